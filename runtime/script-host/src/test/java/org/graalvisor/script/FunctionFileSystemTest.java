package org.graalvisor.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFileSystemTest {
    private static final ProgramFiles PROGRAM = new ProgramFiles("main.py", Map.of("main.py", text("main"),
            "lib/other.py", text("other"), "../outside.py", text("escaped")));

    @TempDir
    Path directory;

    private Path granted;
    private FunctionFileSystem files;

    @BeforeEach
    void grant() throws IOException {
        granted = Files.createDirectory(directory.resolve("granted"));
        Files.writeString(granted.resolve("data"), "content");
        Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(granted.resolve("link"), directory.resolve("secret"));
        files = new FunctionFileSystem(PROGRAM, List.of(granted));
    }

    @Test
    void theFunctionsOwnFilesAreReadAndListed() throws IOException {
        assertThat(read("/function/main.py")).isEqualTo("main");
        assertThat(read("lib/other.py")).isEqualTo("other");
        try (DirectoryStream<Path> children = files.newDirectoryStream(Path.of("/function"), path -> true)) {
            assertThat(children).extracting(Path::toString).containsExactlyInAnyOrder("/function/main.py",
                    "/function/lib");
        }
        assertThat(files.readAttributes(Path.of("/function/lib"), "*")).containsEntry("isDirectory", true);
        assertThat(files.readAttributes(Path.of("main.py"), "size,isRegularFile")).containsOnly(Map.entry("size", 4L),
                Map.entry("isRegularFile", true));
    }

    @Test
    void anArchivesNamesDoNotLeadOutOfIt() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> read("/outside.py"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> read("/function/outside.py"));
    }

    @Test
    void whatWasGrantedIsReadButNoLinkLeadsOutOfIt() throws IOException {
        assertThat(read(granted.resolve("data").toString())).isEqualTo("content");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> read(granted.resolve("link")
                .toString()));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> read(granted + "/../secret"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> read("/etc/passwd"))
                .withMessageContaining("allow=read:/path");
    }

    @Test
    void nothingIsWritten() {
        for (Path path : List.of(Path.of("main.py"), granted.resolve("data"), granted.resolve("new"))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> files.newByteChannel(path, Set.of(
                    StandardOpenOption.WRITE)).close());
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> files.delete(path));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> files.createDirectory(path));
        }
    }

    private String read(String path) throws IOException {
        try (SeekableByteChannel channel = files.newByteChannel(Path.of(path), Set.of(StandardOpenOption.READ))) {
            ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
            assertThat(channel.read(buffer)).isEqualTo(buffer.capacity());
            assertThat(channel.position()).isEqualTo(channel.size());
            return new String(buffer.array(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
