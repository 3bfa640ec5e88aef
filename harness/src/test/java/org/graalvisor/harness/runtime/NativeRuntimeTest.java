package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
