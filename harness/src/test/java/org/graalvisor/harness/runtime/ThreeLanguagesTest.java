package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.harness.sampler.SmapsRollup;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions of all languages in one native process. */
@Tag("python")
class ThreeLanguagesTest {
    private static final int FUNCTIONS = 500;
    private static final int INVOCATIONS = 10_000;
    private static final int CONCURRENT = 16;

    @Test
    void fiveHundredFunctionsAndTenThousandInvocationsLeaveNoMemoryBehind() throws IOException, InterruptedException {
        Images images = RuntimeContract.images();
        Path hello = images.function("helloworld");
        List<String> command = List.of(images.runtime().toString(), "--idle-ttl-ms", "1000", "--javascript-library",
                images.scriptLibrary(ScriptLanguage.JAVASCRIPT).toString(), "--python-library", images.scriptLibrary(
                        ScriptLanguage.PYTHON).toString());
        try (RuntimeUnderTest runtime = RuntimeUnderTest.start(command)) {
            for (int i = 0; i < FUNCTIONS; i++) {
                assertThat(register(runtime, i, hello).status()).isEqualTo(200);
            }
            invoke(runtime, FUNCTIONS);
            long before = residentBytesWhenIdle(runtime);
            invoke(runtime, INVOCATIONS);
            assertThat(residentBytesWhenIdle(runtime)).isLessThan(before + before / 10);
            assertThat(runtime.metric("graalvisor_functions")).isEqualTo(FUNCTIONS);
        }
    }

    private static Answer register(RuntimeUnderTest runtime, int index, Path hello) {
        return switch (index % 3) {
            case 0 -> runtime.register("f" + index, hello, "16777216");
            case 1 -> runtime.register("f" + index, ScriptSamples.JAVASCRIPT.echo().getBytes(StandardCharsets.UTF_8),
                    "javascript", "33554432");
            default -> runtime.register("f" + index, ScriptSamples.PYTHON.echo().getBytes(StandardCharsets.UTF_8),
                    "python", "67108864");
        };
    }

    private static void invoke(RuntimeUnderTest runtime, int count) {
        for (int i = 0; i < count; i += CONCURRENT) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int j = i; j < Math.min(count, i + CONCURRENT); j++) {
                answers.add(runtime.invokeLater("f" + j % FUNCTIONS, "{\"a\":1}"));
            }
            assertThat(answers).extracting(CompletableFuture::join).extracting(Answer::status).containsOnly(200);
        }
    }

    private static long residentBytesWhenIdle(RuntimeUnderTest runtime) throws IOException, InterruptedException {
        ScriptContract.await(() -> runtime.metric("graalvisor_isolates_live") == 0);
        return SmapsRollup.parse(Files.readString(Path.of("/proc/" + runtime.pid() + "/smaps_rollup"))).orElseThrow()
                .rssBytes();
    }
}
