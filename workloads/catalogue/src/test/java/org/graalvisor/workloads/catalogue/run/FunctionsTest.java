package org.graalvisor.workloads.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Inputs;
import org.graalvisor.workloads.catalogue.Language;
import org.graalvisor.workloads.catalogue.Prepared;
import org.graalvisor.workloads.catalogue.SourceFile;
import org.graalvisor.workloads.catalogue.Workload;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function answers correctly wherever it runs. */
class FunctionsTest {
    private static Inputs inputs;
    private static Engine engine;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        inputs = new Inputs(42);
        engine = PolyglotFunction.engine();
    }

    @AfterAll
    static void stop() throws IOException {
        inputs.close();
        engine.close(true);
    }

    static Stream<String> javaScript() {
        return names(Language.JAVASCRIPT);
    }

    static Stream<String> python() {
        return names(Language.PYTHON);
    }

    static Stream<String> java() {
        return names(Language.JAVA);
    }

    @ParameterizedTest
    @MethodSource("java")
    void answersCorrectlyFromItsJarOnHotSpot(String name) throws Exception {
        Workload workload = available(name);
        Prepared prepared = workload.prepare(inputs);
        try (JarFunction function = new JarFunction(workload.javaCode().orElseThrow(), directory)) {
            for (int i = 0; i < 2; i++) {
                assertThat(prepared.check().problem(function.invoke(prepared.argumentsJson()))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("javaScript")
    void answersCorrectlyOnGraalJs(String name) {
        answersCorrectly(ScriptLanguage.JAVASCRIPT, name);
    }

    @ParameterizedTest
    @MethodSource("python")
    @Tag("python")
    void answersCorrectlyOnGraalPy(String name) {
        answersCorrectly(ScriptLanguage.PYTHON, name);
    }

    @ParameterizedTest
    @MethodSource("javaScript")
    void answersCorrectlyOnNode(String name) throws Exception {
        Workload workload = available(name);
        Optional<PlainInterpreter> node = PlainInterpreter.node();
        assumeTrue(node.isPresent(), "unavailable: no node in PATH");
        assumeTrue(!name.equals("thumbnail-js") || node.orElseThrow().canRun("require('sharp')"),
                "unavailable: node has no sharp");
        answersCorrectly(node.orElseThrow(), workload);
    }

    @ParameterizedTest
    @MethodSource("python")
    void answersCorrectlyOnPython(String name) throws Exception {
        Workload workload = available(name);
        Optional<PlainInterpreter> python = PlainInterpreter.python();
        assumeTrue(python.isPresent(), "unavailable: no /usr/bin/python3");
        assumeTrue(!name.equals("thumbnail-python") || python.orElseThrow().canRun("import PIL"),
                "unavailable: python3 has no PIL");
        answersCorrectly(python.orElseThrow(), workload);
    }

    private static void answersCorrectly(ScriptLanguage language, String name) {
        Workload workload = available(name);
        Prepared prepared = workload.prepare(inputs);
        try (PolyglotFunction function = new PolyglotFunction(engine, language, workload, prepared.grants())) {
            for (int i = 0; i < 2; i++) {
                assertThat(prepared.check().problem(function.invoke(prepared.argumentsJson()))).isEmpty();
            }
        }
    }

    private void answersCorrectly(PlainInterpreter interpreter, Workload workload) throws Exception {
        for (SourceFile source : workload.sources()) {
            Files.write(directory.resolve(source.name()), source.content());
        }
        Prepared prepared = workload.prepare(inputs);
        String reply = interpreter.invoke(directory.resolve(workload.sources().getFirst().name()), prepared
                .argumentsJson());
        assertThat(prepared.check().problem(reply)).isEmpty();
    }

    private static Workload available(String name) {
        Workload workload = Catalogue.find(name).orElseThrow();
        assumeTrue(workload.unavailable().isEmpty(), () -> workload.unavailable().orElseThrow());
        return workload;
    }

    private static Stream<String> names(Language language) {
        List<Workload> all = Catalogue.all();
        return all.stream().filter(workload -> workload.language() == language).map(Workload::name);
    }
}
