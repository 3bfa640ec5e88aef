package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Python functions on HotSpot. Starting GraalPy there takes seconds, so these are run only when asked for. */
@Tag("python")
class HostedPythonTest extends ScriptContract {
    HostedPythonTest() {
        super(ScriptSamples.PYTHON, "268435456");
    }

    @Test
    void aFunctionInTwoLanguagesCallsFromOneToTheOtherAndBack() throws IOException {
        try (InputStream source = getClass().getResourceAsStream(
                "/org/graalvisor/workloads/javascript/two-languages.js")) {
            assertThat(runtime().register("f", source.readAllBytes(), "javascript", "268435456&allow=polyglot"))
                    .isEqualTo(new Answer(200, "true"));
        }
        assertThat(runtime().invoke("f", "{\"numbers\":[1,2,6]}").body()).isEqualTo(
                "{\"result\":\"mean 3, median 2\"}");
    }

    @Override
    ServerCommand command(Images built) {
        return HostedScripts.command();
    }
}
