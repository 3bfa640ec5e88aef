package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runtime promises for functions of one script language, whatever it runs on. */
abstract class ScriptContract {
    private static final long WAIT_MS = 60_000;

    @TempDir
    Path directory;

    private final ScriptSamples samples;
    private final String memory;
    private RuntimeUnderTest runtime;

    /**
     * @param samples functions of the language
     * @param memory budget that serves them
     */
    ScriptContract(ScriptSamples samples, String memory) {
        this.samples = samples;
        this.memory = memory;
    }

    abstract ServerCommand command(Images built);

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeUnderTest.start(command(RuntimeContract.images()));
    }

    @AfterEach
    void end() {
        runtime.close();
    }

    @Test
    void aFunctionAnswersColdAndWarmAndItsContextsAreCounted() {
        register("f", samples.echo());
        for (int i = 0; i < 5; i++) {
            assertThat(runtime.invoke("f", "{\"a\": [1, \"é\", null]}").body()).contains("\"a\"").contains("null");
        }
        assertThat(runtime.metric("graalvisor_function_isolates{function=\"f\"}")).isEqualTo(1);
        assertThat(runtime.metric("graalvisor_function_contexts{function=\"f\"}")).isEqualTo(1);
        assertThat(runtime.deregister("f").status()).isEqualTo(200);
        assertThat(runtime.invoke("f", "{}").status()).isEqualTo(404);
    }

    @Test
    void aSyntaxErrorIsA422WithLineAndColumn() {
        Answer answer = tryToRegister("f", samples.syntaxError(), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("line 2").contains("column");
    }

    @Test
    void aMissingOrUncallableEntryPointIsA422NamingWhatIsThere() {
        Answer uncallable = tryToRegister("f", samples.notCallable(), "");
        assertThat(uncallable.status()).isEqualTo(422);
        assertThat(uncallable.body()).contains("'main' is no function but a number");
        Answer missing = tryToRegister("f", samples.notCallable().replace("main", "other"), "");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("no entry point 'main'").contains("helper");
    }

    @Test
    void aReplyThatIsNoJsonIsA500SayingSo() {
        register("text", samples.noJson());
        register("number", samples.number());
        Answer text = runtime.invoke("text", "{}");
        assertThat(text.status()).isEqualTo(500);
        assertThat(text.body()).contains("the function's reply is not JSON");
        Answer number = runtime.invoke("number", "{}");
        assertThat(number.status()).isEqualTo(500);
        assertThat(number.body()).contains("it returned a number");
    }

    @Test
    void anExceptionIsA500WithTheGuestStack() {
        register("f", samples.failing());
        Answer answer = runtime.invoke("f", "{}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("no luck").contains("inner").contains("main");
    }

    @Test
    void endlessRecursionIsA500AndTheNextInvocationWorks() {
        register("f", samples.recursion());
        register("g", samples.echo());
        assertThat(runtime.invoke("f", "{}").status()).isEqualTo(500);
        assertThat(runtime.invoke("g", "{}").status()).isEqualTo(200);
    }

    @Test
    void anEndlessLoopIsA504AtItsDeadlineItsContextIsGoneAndItsNeighboursGoOn() throws InterruptedException {
        register("f", samples.loop());
        assertThat(runtime.invoke("f", "{\"forever\":false}").status()).isEqualTo(200);
        CompletableFuture<Answer> endless = runtime.invokeLater("f&timeoutMs=1500", "{\"forever\":true}");
        Thread.sleep(200);
        for (int i = 0; i < 5; i++) {
            assertThat(runtime.invoke("f", "{\"forever\":false}").status()).isEqualTo(200);
        }
        assertThat(endless.join().status()).isEqualTo(504);
        await(() -> runtime.metric("graalvisor_isolates_quarantined") == 0);
        // The neighbour's context may have been idle for long enough to be gone as well.
        await(() -> runtime.metric("graalvisor_function_contexts{function=\"f\"}") <= 1);
        assertThat(runtime.invoke("f", "{\"forever\":false}").status()).isEqualTo(200);
    }

    @Test
    void codeThatNeverFinishesLoadingIsA422() {
        Answer answer = tryToRegister("f", samples.loopAtLoad(), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        register("g", samples.echo());
        assertThat(runtime.invoke("g", "{}").status()).isEqualTo(200);
    }

    @Test
    void nothingOutsideIsReachedWithoutAGrant() {
        for (int i = 0; i < samples.escapes().size(); i++) {
            String escape = samples.escapes().get(i);
            register("f" + i, samples.escape(escape));
            Answer answer = runtime.invoke("f" + i, "{}");
            // A dynamic import answers by a promise nobody waits for: nothing of it may come back.
            assertThat(answer.status() == 500 || escape.startsWith("import(")).as(escape + ": " + answer).isTrue();
            assertThat(answer.body()).as(escape).doesNotContain("root:");
        }
        register("g", samples.echo());
        assertThat(runtime.invoke("g", "{}").status()).isEqualTo(200);
    }

    @Test
    void whatTheRegistrationGrantsCanBeReadAndNothingBesides() throws IOException {
        Path granted = Files.writeString(Files.createDirectory(directory.resolve("granted")).resolve("data"),
                "the content");
        Path secret = Files.writeString(directory.resolve("secret"), "root:secret");
        Files.createSymbolicLink(granted.resolveSibling("link"), secret);
        String grant = "&allow=read:" + granted.getParent();
        for (Path path : List.of(granted, secret, granted.resolveSibling("link"))) {
            String id = path.getFileName().toString();
            assertThat(tryToRegister(id, reading(path), grant).status()).isEqualTo(200);
            Answer answer = runtime.invoke(id, "{}");
            if (path.equals(granted)) {
                assertThat(answer).isEqualTo(new Answer(200, "\"11\""));
            } else {
                assertThat(answer.status()).as(answer.body()).isEqualTo(500);
            }
        }
    }

    @Test
    void aFiftyMegabyteReplyArrivesWhole() {
        register("f", samples.large(), "1073741824");
        assertThat(runtime.invoke("f", "50").body()).hasSize((50 << 20) + 2);
    }

    @Test
    void strangeTextArrivesUnchangedOrIsRefused() {
        register("f", samples.echo());
        assertThat(runtime.invoke("f", "\"a\\u0000b\"").body()).contains("\\u0000");
        assertThat(runtime.invoke("f", "\"\\ud800\"").body()).containsIgnoringCase("\\ud800");
        assertThat(runtime.invoke("f", "\"😀\"").status()).isEqualTo(200);
        assertThat(runtime.invokeBytes("f", new byte[]{'"', (byte) 0xff, '"'}).status()).isEqualTo(400);
    }

    @Test
    void contextsOfOneFunctionShareAnIsolateButNoVariables() {
        register("f", samples.count());
        register("g", samples.count());
        assertThat(runtime.invoke("f", "{}").body()).isEqualTo("1");
        assertThat(runtime.invoke("f", "{}").body()).isEqualTo("2");
        assertThat(runtime.invoke("g", "{}").body()).isEqualTo("1");
        register("spin", samples.spin());
        assertThat(runtime.invoke("spin", "1").status()).isEqualTo(200);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(runtime.invokeLater("spin", "300"));
        }
        answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(runtime.metric("graalvisor_function_contexts{function=\"spin\"}")).isBetween(2L, 4L);
        assertThat(runtime.metric("graalvisor_function_isolates{function=\"spin\"}")).isEqualTo(1);
    }

    @Test
    void anArchiveWithSeveralFilesIsAFunctionToo() throws IOException {
        boolean javaScript = samples.language() == ScriptLanguage.JAVASCRIPT;
        byte[] archive = javaScript
                ? zip("main.js", "const twice = require('./lib/twice');\nfunction main(j) { return twice(j); }",
                        "lib/twice.js", "module.exports = j => JSON.stringify(2 * JSON.parse(j));")
                : zip("main.py", "from lib.twice import twice\ndef main(text):\n    return twice(text)\n",
                        "lib/twice.py", "def twice(text):\n    return str(2 * int(text))\n");
        assertThat(runtime.register("f", archive, samples.language().id(), memory)).isEqualTo(new Answer(200,
                "true"));
        assertThat(runtime.invoke("f", "21").body()).isEqualTo("42");
        Answer empty = runtime.register("g", zip("other.txt", "", "another.txt", ""), samples.language().id(),
                memory);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("has no file main.");
    }

    private String reading(Path path) {
        return switch (samples.language()) {
            case JAVASCRIPT -> "function main(j) { return JSON.stringify(String(graalvisor.file.read('" + path
                    + "').length)); }";
            case PYTHON -> "def main(text):\n    return '\"' + str(len(open('" + path + "').read())) + '\"'\n";
        };
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                output.putNextEntry(new ZipEntry(namesAndTexts[i]));
                output.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(WAIT_MS).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    Answer tryToRegister(String id, String source, String query) {
        return runtime.register(id, source.getBytes(StandardCharsets.UTF_8), samples.language().id(), memory + query);
    }

    void register(String id, String source) {
        register(id, source, memory);
    }

    void register(String id, String source, String budget) {
        Answer answer = runtime.register(id, source.getBytes(StandardCharsets.UTF_8), samples.language().id(), budget);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    ScriptSamples samples() {
        return samples;
    }

    RuntimeUnderTest runtime() {
        return runtime;
    }
}
