package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHelperTest {
    @TempDir
    private Path directory;
    private Path granted;
    private GuestCode code;

    @BeforeEach
    void prepare() throws IOException {
        granted = Files.createDirectory(directory.resolve("granted"));
        Files.write(granted.resolve("b"), new byte[]{1, -1});
        Files.writeString(granted.resolve("a"), "text");
        Files.writeString(directory.resolve("secret"), "secret");
        code = new GuestCode("read:" + granted);
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void readsAndListsWhatIsGranted() {
        assertThat(code.text("graalvisor.file.read('" + granted + "/b').join()")).isEqualTo("1,255");
        assertThat(code.text("Array.from(graalvisor.file.list('" + granted + "')).join()")).isEqualTo("a,b");
    }

    @Test
    void aGrantedFileGrantsNoOtherFile() {
        try (GuestCode one = new GuestCode("read:" + granted + "/a")) {
            assertThat(one.run("graalvisor.file.read('" + granted + "/a').length").asInt()).isEqualTo(4);
            assertThat(one.error("graalvisor.file.read('" + granted + "/b')")).contains("is not granted");
        }
    }

    @Test
    void refusesWhatLeadsOutOfTheGrant() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), directory.resolve("secret"));
        String refusal = "is not granted; granted are " + granted;

        assertThat(code.error("graalvisor.file.read('" + directory + "/secret')")).contains(refusal);
        assertThat(code.error("graalvisor.file.read('" + granted + "/../secret')")).contains(refusal);
        assertThat(code.error("graalvisor.file.read('" + granted + "/link')")).contains(refusal);
        assertThat(code.error("graalvisor.file.list('" + directory + "')")).contains(refusal);
        assertThat(code.error("graalvisor.file.read('" + granted + "x')")).contains(refusal);
    }

    @Test
    void tellsOfMissingFilesOnlyInsideTheGrant() {
        assertThat(code.error("graalvisor.file.read('" + granted + "/none')")).isEqualTo(
                "graalvisor.file.read: there is no file " + granted + "/none");
        assertThat(code.error("graalvisor.file.read('" + directory + "/none')")).contains("is not granted");
        assertThat(code.error("graalvisor.file.read('" + granted + "/../none')")).contains("is not granted");
    }

    @Test
    void readsRegularFilesByAbsolutePathsOnly() {
        assertThat(code.error("graalvisor.file.read('" + granted + "')")).endsWith("is no regular file");
        assertThat(code.error("graalvisor.file.read('a')")).contains("'a' is no absolute path");
        assertThat(code.error("graalvisor.file.read('/a\\0b')")).contains("is no path");
    }
}
