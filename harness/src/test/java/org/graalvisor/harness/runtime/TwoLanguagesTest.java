package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A function written in two languages, in an isolate whose library holds both. Only where that library was built before. */
@Tag("python")
class TwoLanguagesTest {
    private static final Set<ScriptLanguage> BOTH = Set.of(ScriptLanguage.JAVASCRIPT, ScriptLanguage.PYTHON);

    @Test
    void javaScriptCallsPythonWhichCallsBack() throws IOException {
        Images images = RuntimeContract.images();
        Assumptions.assumeTrue(images.hasScriptLibrary(BOTH), "unavailable: ./graalvisor build --languages js+python");
        String library = images.scriptLibrary(BOTH, false).toString();
        try (RuntimeUnderTest runtime = RuntimeUnderTest.start(List.of(images.runtime().toString(),
                "--javascript-library", library, "--python-library", library));
                InputStream source = getClass().getResourceAsStream(
                        "/org/graalvisor/workloads/javascript/two-languages.js")) {
            assertThat(runtime.register("f", source.readAllBytes(), "javascript", "268435456&allow=polyglot"))
                    .isEqualTo(new Answer(200, "true"));

            assertThat(runtime.invoke("f", "{\"numbers\":[1,2,6]}").body()).isEqualTo(
                    "{\"result\":\"mean 3, median 2\"}");
        }
    }
}
