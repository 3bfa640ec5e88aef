package org.graalvisor.isolate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfCheckTest {
    /** A real shared library. */
    private static final Path LIBRARY = Path.of(System.getProperty("java.home"), "lib", "libjimage.so");
    private static final String HERE = System.getProperty("os.arch");

    @TempDir
    private Path directory;

    @Test
    void acceptsASharedLibraryForThisMachine() {
        assertThatCode(() -> ElfCheck.require(LIBRARY, HERE)).doesNotThrowAnyException();
    }

    @Test
    void refusesText() throws IOException {
        assertThatThrownBy(() -> ElfCheck.require(write("console.log('hello')".getBytes(StandardCharsets.UTF_8)), HERE))
                .isInstanceOf(UnloadableLibraryException.class).hasMessageContaining("no ELF shared library");
    }

    @Test
    void refusesALibraryForAnotherProcessor() throws IOException {
        byte[] bytes = Files.readAllBytes(LIBRARY);
        bytes[18] = (byte) (HERE.equals("aarch64") ? 62 : 183);
        assertThatThrownBy(() -> ElfCheck.require(write(bytes), HERE)).isInstanceOf(UnloadableLibraryException.class)
                .hasMessageContaining("for another processor");
    }

    @Test
    void refusesAProgram() throws IOException {
        byte[] bytes = Files.readAllBytes(LIBRARY);
        bytes[16] = 2;
        assertThatThrownBy(() -> ElfCheck.require(write(bytes), HERE)).isInstanceOf(UnloadableLibraryException.class)
                .hasMessageContaining("no shared library (type 2)");
    }

    /** Loading half a library would kill the process. */
    @Property(tries = 50)
    void refusesALibraryWhoseEndIsMissing(@ForAll @DoubleRange(min = 0, max = 0.9) double part) throws IOException {
        byte[] bytes = Files.readAllBytes(LIBRARY);
        Path file = Files.createTempFile("half", ".so");
        try {
            Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));
            assertThatThrownBy(() -> ElfCheck.require(file, HERE)).isInstanceOf(UnloadableLibraryException.class);
        } finally {
            Files.delete(file);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("code"), bytes);
    }
}
