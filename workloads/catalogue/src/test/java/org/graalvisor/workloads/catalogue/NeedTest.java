package org.graalvisor.workloads.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedTest {
    @TempDir
    private Path directory;

    @Test
    void findsAProgramInTheSearchPath() throws Exception {
        Files.createFile(directory.resolve("tool")).toFile().setExecutable(true);

        assertThat(Need.missingProgram("tool", "/none:" + directory)).isEmpty();
        assertThat(Need.missingProgram("tool", "/none")).hasValue(
                "the program tool is not in PATH; install it (Debian: tool)");
        assertThat(Need.missingProgram("tool", "")).isPresent();
    }

    @Test
    void saysWhichLibraryIsMissing() {
        assertThat(Need.missingLibrary(List.of("libnone.so.1", "libc.so.6"), "")).isEmpty();
        assertThat(Need.missingLibrary(List.of("libnone.so.1", "libnone.so.2"), "Debian: libnone1")).hasValue(
                "the library libnone.so.1 or libnone.so.2 cannot be loaded; install it (Debian: libnone1)");
    }

    @Test
    void aWorkloadWithoutNeedsIsAvailable() {
        Workload workload = Workload.ofScript("w", Language.PYTHON, List.of(), 1, Set.of(), new Description("", "", "",
                "", ""),
                inputs -> {
                    throw new IllegalStateException("not asked for");
                });

        assertThat(workload.unavailable()).isEmpty();
    }
}
