package org.graalvisor.harness.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private long nowNs;
    private final BuildProgress progress = new BuildProgress(new PrintStream(output, true, StandardCharsets.UTF_8),
            () -> nowNs);

    @Test
    void tellsTheStageAndTheTimeLeft() {
        progress.started("f.so");
        nowNs = TimeUnit.SECONDS.toNanos(24);
        progress.progressed("f.so", "[2/8] Performing analysis...  [*****]               (19.5s @ 1.69GB)");
        progress.finished("f.so", 50, 15_000_000);
        // At the end of stage 2, 48 % of the time is over: 24 / 0.48 * 0.52 = 26 s are left.
        assertThat(output.toString(StandardCharsets.UTF_8)).contains(
                "  f.so [2/8] Performing analysis: done, 24 s so far, about 26 s left")
                .contains("f.so: 15.0 MB in 50 s");
    }

    @Test
    void keepsEverythingElseTheBuilderPrintsInItsLog() {
        progress.progressed("f.so", "    3,378 types,   3,847 fields, and  16,318 methods found reachable");
        progress.progressed("f.so", "");
        progress.progressed("f.so", "[x/8] what");
        assertThat(output.size()).isZero();
    }
}
