package org.graalvisor.workloads.catalogue.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.graalvisor.workloads.java.FileHashing;
import org.graalvisor.workloads.java.HelloWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionJarTest {
    private static final String PACKAGE = "org/graalvisor/workloads/java/";

    @TempDir
    private Path directory;

    @Test
    void holdsTheNamedClassesOfDirectoriesAndJarsAndNothingElse() throws IOException {
        JavaCode code = JavaCode.of(FileHashing.class, JarPart.classes(FileHashing.class, "JsonArguments"), JarPart
                .packages(JsonFactory.class, "com.fasterxml.jackson.core.io"));

        List<String> names = names(FunctionJar.forHotSpot(code));

        assertThat(names).contains(PACKAGE + "FileHashing.class", PACKAGE + "JsonArguments.class",
                "com/fasterxml/jackson/core/io/IOContext.class").doesNotContain(PACKAGE + "HelloWorld.class");
        assertThat(names).allMatch(name -> name.startsWith(PACKAGE) || name.startsWith(
                "com/fasterxml/jackson/core/io/"));
    }

    @Test
    void equalContentsAreOneFileAndPartsOfHotSpotStayOut() throws IOException {
        JarPart hello = JarPart.classes(HelloWorld.class);
        JarPart hashing = JarPart.classes(FileHashing.class).onHotSpotOnly();

        Path first = FunctionJar.writeForImage(JavaCode.of(HelloWorld.class, hello, hashing), directory);
        Path same = FunctionJar.writeForImage(JavaCode.of(HelloWorld.class, hello), directory);

        assertThat(same).isEqualTo(first);
        assertThat(names(Files.readAllBytes(first))).containsExactly(PACKAGE + "HelloWorld.class");
        assertThat(directory).isDirectoryContaining(first::equals);
    }

    @Test
    void aPartWithoutFilesIsAnError() {
        JavaCode code = JavaCode.of(HelloWorld.class, JarPart.packages(HelloWorld.class, "org.nobody"));

        assertThatThrownBy(() -> FunctionJar.forHotSpot(code)).hasMessageEndingWith(
                "has no file that begins with [org/nobody/]");
    }

    private static List<String> names(byte[] jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
