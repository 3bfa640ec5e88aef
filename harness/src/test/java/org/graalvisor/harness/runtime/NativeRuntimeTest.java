package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.sampler.SmapsRollup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runtime as a native executable. */
@Tag("native")
class NativeRuntimeTest extends RuntimeContract {
    private static final int REGISTRATIONS = 1000;
    /** Registering writes and loads 15 MB: a leak of one library or its file would show a hundred times over. */
    private static final long GROWTH_LIMIT_BYTES = 10_000_000;

    @Override
    ServerCommand command(Images built) {
        return new ServerCommand(List.of(built.runtime().toString()), Map.of());
    }

    @Test
    void aThousandRegistrationsLeaveMemoryFlat() throws IOException {
        cycle(REGISTRATIONS / 10);
        long before = residentBytes();
        cycle(REGISTRATIONS);
        assertThat(residentBytes() - before).isLessThan(GROWTH_LIMIT_BYTES);
        assertThat(runtime().metric("graalvisor_functions")).isZero();
    }

    @Test
    void anIdleIsolateGivesItsGarbageBack() throws Exception {
        long functionBytes = 64L << 20;
        Path code = RuntimeContract.images().function("allocate-and-run");
        assertThat(runtime().register("f", code, Long.toString(4 * functionBytes)).status()).isEqualTo(200);
        String call = "{\"bytes\":%d,\"durationMs\":1,\"mode\":\"sleep\"}";
        assertThat(runtime().invoke("f", String.format(Locale.ROOT, call, 1)).status()).isEqualTo(200);
        long before = residentBytes();
        assertThat(runtime().invoke("f", String.format(Locale.ROOT, call, functionBytes)).status()).isEqualTo(200);
        assertThat(residentBytes()).isGreaterThan(before + functionBytes / 2);

        ScriptContract.await(() -> runtime().metric("graalvisor_isolates_trimmed_total") > 0);
        assertThat(residentBytes()).isLessThan(before + functionBytes / 4);
        assertThat(runtime().metric("graalvisor_isolates_live")).isEqualTo(1);
        assertThat(runtime().invoke("f", String.format(Locale.ROOT, call, functionBytes)).status()).isEqualTo(200);
    }

    private void cycle(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(register("f" + i, "helloworld").status()).isEqualTo(200);
            assertThat(runtime().invoke("f" + i, "{}").status()).isEqualTo(200);
            assertThat(runtime().deregister("f" + i).status()).isEqualTo(200);
        }
    }

    private long residentBytes() throws IOException {
        return SmapsRollup.parse(Files.readString(Path.of("/proc/" + runtime().pid() + "/smaps_rollup"))).orElseThrow()
                .rssBytes();
    }
}
