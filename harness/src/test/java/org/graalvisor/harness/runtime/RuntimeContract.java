package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.toolchain.BuildListener;
import org.graalvisor.workloads.services.FileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a runtime promises for real functions, whatever it runs on. */
abstract class RuntimeContract {
    private static final String MEMORY = Long.toString(16L << 20);
    private static final Path ROOT = Path.of(System.getProperty("graalvisor.root", "."));

    private final Images images = images();
    private RuntimeUnderTest runtime;

    static final BuildListener SILENT = new BuildListener() {
        @Override
        public void started(String image) {}

        @Override
        public void progressed(String image, String line) {}

        @Override
        public void finished(String image, double seconds, long bytes) {}
    };

    static Images images() {
        return Images.of(System.getenv(), ROOT.resolve("runtime/native-toolchain/target/builder"), SILENT);
    }

    abstract ServerCommand command(Images built);

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeUnderTest.start(command(images));
    }

    @AfterEach
    void end() {
        runtime.close();
    }

    @Test
    void aRegisteredFunctionAnswersColdAndWarm() {
        assertThat(register("hello", "helloworld")).isEqualTo(new Answer(200, "true"));
        for (int i = 0; i < 3; i++) {
            assertThat(runtime.invoke("hello", "{}")).isEqualTo(new Answer(200, "{\"result\":\"Hello World!\"}"));
        }
        assertThat(runtime.deregister("hello")).isEqualTo(new Answer(200, "true"));
        assertThat(runtime.invoke("hello", "{}").status()).isEqualTo(404);
    }

    @Test
    void aFunctionReachesTheNetworkFromItsIsolate() throws IOException {
        register("hash", "filehashing");
        try (FileServer server = new FileServer(100_000, 42)) {
            for (int i = 0; i < 3; i++) {
                Answer answer = runtime.invoke("hash", "{\"url\":\"" + server.url() + "\"}");
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains(server.md5()).contains("\"bytes\":100000");
            }
        }
    }

    @Test
    void aThrowingFunctionIsA500WithItsMessage() {
        register("run", "allocate-and-run");
        Answer answer = runtime.invoke("run", "{\"bytes\":-5,\"durationMs\":0,\"mode\":\"spin\"}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("the argument 'bytes' must not be negative: -5");
    }

    @Test
    void allocationOverBudgetIsA507AndTheNextInvocationWorks() {
        register("run", "allocate-and-run");
        assertThat(runtime.invoke("run", "{\"bytes\":100000000,\"durationMs\":0,\"mode\":\"spin\"}").status())
                .isEqualTo(507);
        assertThat(runtime.invoke("run", "{\"bytes\":1000000,\"durationMs\":0,\"mode\":\"spin\"}").status()).isEqualTo(
                200);
    }

    @Test
    void anInvocationPastItsDeadlineIsA504AndTheRuntimeGoesOn() {
        register("run", "allocate-and-run");
        register("hello", "helloworld");
        assertThat(runtime.invoke("run&timeoutMs=100", "{\"bytes\":0,\"durationMs\":1500,\"mode\":\"spin\"}").status())
                .isEqualTo(504);
        assertThat(runtime.metric("graalvisor_isolates_quarantined")).isEqualTo(1);
        assertThat(runtime.invoke("hello", "{}").status()).isEqualTo(200);
    }

    @Test
    void codeThatIsNoFunctionLibraryIsA422() throws IOException {
        byte[] library = Files.readAllBytes(images.function("helloworld"));
        byte[] forAnotherProcessor = library.clone();
        forAnotherProcessor[18] = (byte) 183;
        byte[] torn = Arrays.copyOf(library, library.length / 2);
        for (byte[] code : List.of("console.log('hello')".getBytes(StandardCharsets.UTF_8), forAnotherProcessor, torn,
                anyOtherLibrary())) {
            Answer answer = runtime.register("bad", code, "java", MEMORY);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        }
        assertThat(register("hello", "helloworld").status()).isEqualTo(200);
    }

    @Test
    void twoThousandConcurrentInvocationsOfTwoFunctionsSucceed() {
        register("run", "allocate-and-run");
        register("hello", "helloworld");
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(runtime.invokeLater("run", "{\"bytes\":1000,\"durationMs\":100,\"mode\":\"sleep\"}"));
            answers.add(runtime.invokeLater("hello", "{}"));
        }
        assertThat(answers).extracting(CompletableFuture::join).extracting(Answer::status).containsOnly(200);
    }

    /** A library without our symbols: one of the JDK's own. */
    private static byte[] anyOtherLibrary() throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libjimage.so"));
    }

    Answer register(String id, String function) {
        return runtime.register(id, images.function(function), MEMORY);
    }

    RuntimeUnderTest runtime() {
        return runtime;
    }
}
