package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePropertiesTest {
    /** From truffle-runtime 25.0.4. */
    private static final String TRUFFLE = """
            ForceOnModulePath = org.graalvm.truffle.runtime
            Args = --macro:truffle-svm \\
                   --features=com.oracle.svm.truffle.TruffleFeature \\
                   -H:MaxRuntimeCompileMethods=2500

            JavaArgs = -Dtruffle.TruffleRuntime=com.oracle.svm.truffle.api.SubstrateTruffleRuntime \\
                       -Dgraalvm.ForcePolyglotInvalid=false
            """;

    @TempDir
    private Path directory;

    @Test
    void readsArgumentsOfImageAndBuilderOverContinuedLines() {
        ImageProperties properties = parse(TRUFFLE);
        assertThat(properties.args()).containsExactly("--macro:truffle-svm",
                "--features=com.oracle.svm.truffle.TruffleFeature",
                "-H:MaxRuntimeCompileMethods=2500");
        assertThat(properties.javaArgs()).containsExactly(
                "-Dtruffle.TruffleRuntime=com.oracle.svm.truffle.api.SubstrateTruffleRuntime",
                "-Dgraalvm.ForcePolyglotInvalid=false");
    }

    @Test
    void replacesTheDotVariableByTheDirectoryOfTheFile() {
        assertThat(parse("Args = -H:ReflectionConfigurationResources=${.}/reflect.json").args())
                .containsExactly(
                        "-H:ReflectionConfigurationResources=META-INF/native-image/org.example/lib/reflect.json");
    }

    @Test
    void findsTheFilesOfAJarAndOfADirectory() throws IOException {
        Path jar = directory.resolve("lib.jar");
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(jar))) {
            output.putNextEntry(new ZipEntry("META-INF/native-image/org.example/lib/native-image.properties"));
            output.write("Args = -H:+A".getBytes(StandardCharsets.ISO_8859_1));
        }
        Path file = directory.resolve("classes/META-INF/native-image/native-image.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Args = -H:+B");
        assertThat(ImageProperties.read(jar)).extracting(ImageProperties::args).containsExactly(List.of("-H:+A"));
        assertThat(ImageProperties.read(directory.resolve("classes"))).extracting(ImageProperties::args)
                .containsExactly(List.of("-H:+B"));
    }

    @Test
    void passesReachabilityMetadataOnToTheBuilder() {
        MetaInfFile metadata = new MetaInfFile("META-INF/native-image/org.example/lib", "reachability-metadata.json",
                new byte[0]);
        assertThat(ImageProperties.of(metadata)).extracting(ImageProperties::args).containsExactly(List.of(
                "-H:ReachabilityMetadataResources=META-INF/native-image/org.example/lib/reachability-metadata.json"));
        assertThat(ImageProperties.of(new MetaInfFile("META-INF/native-image", "LICENSE", new byte[0]))).isEmpty();
    }

    private static ImageProperties parse(String text) {
        return ImageProperties.of(new MetaInfFile("META-INF/native-image/org.example/lib", "native-image.properties",
                text.getBytes(StandardCharsets.ISO_8859_1))).findFirst().orElseThrow();
    }
}
