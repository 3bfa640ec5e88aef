package org.graalvisor.baselines.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDirectoryTest {
    private static final String PREFIX = "scratch-test-";

    @Test
    void whatKilledProcessesLeftBehindIsRemovedAndNothingElse() throws IOException {
        // No process has an id above the kernel's largest limit, 4194304.
        Path dead = Files.createTempDirectory(PREFIX + "999999999-");
        Files.createDirectories(dead.resolve("a").resolve("b"));
        Files.writeString(dead.resolve("a").resolve("file"), "text");
        Path foreign = Files.createTempDirectory(PREFIX + "mine-");
        ScratchDirectory first = ScratchDirectory.create(PREFIX);
        try (ScratchDirectory second = ScratchDirectory.create(PREFIX)) {
            second.removeLeftovers(PREFIX);
            assertThat(dead).doesNotExist();
            assertThat(foreign).exists();
            assertThat(first.path()).exists().isNotEqualTo(second.path());
            Files.writeString(first.path().resolve("file"), "text");
            first.close();
            assertThat(first.path()).doesNotExist();
        } finally {
            Files.deleteIfExists(foreign);
        }
    }
}
