package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.harness.sampler.SmapsRollup;
import org.junit.jupiter.api.Test;

/** What only isolates can promise: memory. */
abstract class NativeScriptContract extends ScriptContract {
    private static final long IDLE_TTL_MS = 1_000;

    NativeScriptContract(ScriptSamples samples, String memory) {
        super(samples, memory);
    }

    @Override
    ServerCommand command(Images built) {
        return new ServerCommand(List.of(built.runtime().toString(), "--" + samples().language().id() + "-library",
                built.scriptLibrary(
                        samples().language()).toString(), "--default-timeout-ms", "15000", "--idle-ttl-ms", Long
                                .toString(
                                        IDLE_TTL_MS)), Map.of());
    }

    @Test
    void aMemoryHogIsA507AndItsNeighboursAreUnharmed() {
        register("hog", samples().hog());
        register("neighbour", samples().count());
        assertThat(runtime().invoke("neighbour", "{}").body()).isEqualTo("1");
        Answer answer = runtime().invoke("hog&timeoutMs=60000", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(507);
        // 1 when its context was idle for too long meanwhile.
        assertThat(runtime().invoke("neighbour", "{}").body()).isIn("1", "2");
    }

    @Test
    void memoryComesBackWhenFunctionsAreIdle() throws IOException, InterruptedException {
        use("first");
        long before = residentBytes();
        for (int i = 0; i < 5; i++) {
            use("f" + i);
        }
        assertThat(residentBytes()).isLessThan(before + before / 10);
    }

    private void use(String id) throws InterruptedException {
        register(id, samples().echo());
        for (int i = 0; i < 200; i++) {
            assertThat(runtime().invoke(id, "{\"a\":1}").status()).isEqualTo(200);
        }
        await(() -> runtime().metric("graalvisor_isolates_live") == 0);
    }

    private long residentBytes() throws IOException {
        return SmapsRollup.parse(Files.readString(Path.of("/proc/" + runtime().pid() + "/smaps_rollup"))).orElseThrow()
                .rssBytes();
    }
}
