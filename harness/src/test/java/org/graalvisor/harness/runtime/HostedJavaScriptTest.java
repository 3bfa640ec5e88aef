package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JavaScript functions on HotSpot. */
@Tag("native")
class HostedJavaScriptTest extends ScriptContract {
    HostedJavaScriptTest() {
        super(ScriptSamples.JAVASCRIPT, "67108864");
    }

    @Test
    void scriptsAreRefusedWhereTheirCompilerCannotBeUsed() throws IOException {
        ServerCommand usual = HostedScripts.command();
        ServerCommand withoutCompiler = new ServerCommand(usual.command().stream().map(word -> word.equals(
                "-XX:+EnableJVMCI") ? "-XX:-EnableJVMCI" : word).toList(), usual.environment());
        try (RuntimeUnderTest interpreting = RuntimeUnderTest.start(withoutCompiler)) {
            Answer answer = interpreting.register("f", ScriptSamples.JAVASCRIPT.echo().getBytes(
                    StandardCharsets.UTF_8), "javascript", "67108864");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("given a compiler for scripts and cannot use it");
        }
    }

    @Override
    ServerCommand command(Images built) {
        return HostedScripts.command();
    }
}
