package org.graalvisor.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerMarkTest {

    @Test
    void namesCarryTheMark() throws IOException {
        OwnerMark mine = OwnerMark.ofThisProcess();
        assertThat(OwnerMark.parse(mine.name("x"))).contains(mine);
        assertThat(mine.isAlive(Path.of("/proc"))).isTrue();
        assertThat(new OwnerMark(mine.pid(), mine.startTicks() - 1).isAlive(Path.of("/proc"))).isFalse();
        assertThat(OwnerMark.parse("graalvisor-mine")).isEmpty();
        assertThat(OwnerMark.parse("graalvisor-a-b-c")).isEmpty();
    }

    @Test
    void commandsWithSpacesAndParenthesesDoNotConfuse(@TempDir Path proc) throws IOException {
        Files.createDirectory(proc.resolve("42"));
        // Captured from a kernel 6 machine; the command was renamed.
        Files.writeString(proc.resolve("42/stat"),
                "42 (a) b (c) S 1 42 42 0 -1 4194560 1161 0 0 0 2 1 0 0 20 0 1 0 8831 5025792 879 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n");
        assertThat(new OwnerMark(42, 8831).isAlive(proc)).isTrue();
    }
}
