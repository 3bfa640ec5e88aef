package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.runtime.RuntimeUnderTest.Answer;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Inputs;
import org.graalvisor.workloads.catalogue.Language;
import org.graalvisor.workloads.catalogue.Prepared;
import org.graalvisor.workloads.catalogue.Workload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java function of Table 1 answers correctly from isolates of the native runtime, within its memory budget. */
@Tag("native")
class NativeFunctionsTest {
    private static final int CALLERS = 6;

    static Stream<String> functions() {
        return Catalogue.own().reversed().stream().filter(workload -> workload.language() == Language.JAVA && workload
                .notInIsolates().isEmpty()).map(Workload::name);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void answersColdWarmConcurrentlyAndAfterTearDown(String name) throws IOException {
        Workload workload = Catalogue.find(name).orElseThrow();
        assumeTrue(workload.unavailable().isEmpty(), () -> workload.unavailable().orElseThrow());
        Images images = RuntimeContract.images();
        try (Inputs inputs = new Inputs(42);
                RuntimeUnderTest runtime = RuntimeUnderTest.start(List.of(images.runtime().toString()))) {
            Prepared prepared = workload.prepare(inputs);
            for (int registration = 0; registration < 3; registration++) {
                Answer registered = runtime.register("f", images.function(name), Long.toString(workload
                        .memoryBytes()));
                assertThat(registered).isEqualTo(new Answer(200, "true"));
                for (int i = 0; i < 3; i++) {
                    requireCorrect(prepared, runtime.invoke("f", prepared.argumentsJson()));
                }
                List<CompletableFuture<Answer>> answers = IntStream.range(0, CALLERS * 2).mapToObj(i -> runtime
                        .invokeLater("f", prepared.argumentsJson())).toList();
                answers.forEach(answer -> requireCorrect(prepared, answer.join()));
                assertThat(runtime.deregister("f").status()).isEqualTo(200);
            }
        }
    }

    private static void requireCorrect(Prepared prepared, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(prepared.check().problem(answer.body())).isEmpty();
    }
}
