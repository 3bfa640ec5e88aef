package org.graalvisor.harness.platform.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.graalvisor.harness.experiment.Workbench;
import org.graalvisor.harness.experiment.Workloads;
import org.graalvisor.harness.platform.CatalogueJars;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionJars;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.PhotonsServer;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real proxies, with functions that were written for the runtime. */
class OpenWhiskServerTest {
    private static final long TIMEOUT_MS = 20_000;
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final FunctionJars JARS = new CatalogueJars();

    @TempDir
    private Path folder;

    @Test
    void javaFunctionsRunInAProcessForEachCaller() throws Exception {
        assertServes(OpenWhiskServer.java(JavaInstallation.ofThisProcess(), JARS), "filehashing", 2);
    }

    @Test
    void javaScriptFunctionsRunOfSourceAndOfAnArchive() throws Exception {
        OpenWhiskServer nodejs = OpenWhiskServer.nodejs(ExecutableFinder.ofThisMachine());
        assumeTrue(nodejs.availability().isAvailable(), () -> nodejs.availability().describe());

        assertServes(nodejs, "helloworld-js", 3);
        assertServes(nodejs, "dynamic-html-js", 1);
        assertServes(nodejs, "uploader-js", 1);
    }

    @Test
    void pythonFunctionsRunOfSourceAndOfAnArchive() throws Exception {
        OpenWhiskServer python = OpenWhiskServer.python(PYTHON);
        assumeTrue(python.availability().isAvailable(), () -> python.availability().describe());

        assertServes(python, "helloworld-python", 2);
        assertServes(python, "compress-python", 1);
        try (Workbench workbench = new Workbench()) {
            assertAnswers(python, pythonArchive(), 1, workbench);
        }
    }

    @Test
    void photonsRunsCallersInOneProcess() throws Exception {
        assertServes(new PhotonsServer(JavaInstallation.ofThisProcess(), JARS), "filehashing", 2);
    }

    @Test
    void functionsOfAnotherLanguageAreRefused() throws Exception {
        OpenWhiskServer java = OpenWhiskServer.java(JavaInstallation.ofThisProcess(), JARS);

        assertThat(java.serves("helloworld")).isTrue();
        assertThat(java.serves("helloworld-js")).isFalse();
        try (Workbench workbench = new Workbench(); PlatformSession session = start(java, 1, workbench)) {
            session.awaitFirstReply(Duration.ofMillis(TIMEOUT_MS));
            assertThatThrownBy(() -> session.register(pythonArchive())).isInstanceOf(SystemUnderTestException.class)
                    .hasMessageContaining("written in another language");
        }
    }

    @Test
    void codeThatCannotBeLoadedIsToldWithTheProxysAnswer() throws Exception {
        OpenWhiskServer java = OpenWhiskServer.java(JavaInstallation.ofThisProcess(), workload -> new byte[]{1});
        try (Workbench workbench = new Workbench();
                Workloads workloads = new Workloads(1);
                PlatformSession session = start(java, 1, workbench)) {
            session.awaitFirstReply(Duration.ofMillis(TIMEOUT_MS));
            FunctionUnderTest hello = workloads.function("helloworld");
            assertThatThrownBy(() -> session.register(hello)).isInstanceOf(SystemUnderTestException.class)
                    .hasMessageContaining("answered /init of helloworld with status 502");
        }
    }

    @Test
    void aMissingInterpreterIsUnavailableWithAReason() {
        assertThat(OpenWhiskServer.nodejs(new ExecutableFinder(List.of(folder))).availability().describe()).startsWith(
                "unavailable: no executable 'node'");
        assertThat(OpenWhiskServer.python(folder.resolve("python3")).availability().describe()).startsWith(
                "unavailable: ").contains("python3");
    }

    private void assertServes(ServerRecipe recipe, String workload, int instances) throws Exception {
        try (Workbench workbench = new Workbench(); Workloads workloads = new Workloads(1)) {
            assertAnswers(recipe, workloads.function(workload), instances, workbench);
        }
    }

    private void assertAnswers(ServerRecipe recipe, FunctionUnderTest function, int instances, Workbench workbench)
            throws Exception {
        List<ProcessIdentity> processes;
        try (PlatformSession session = start(recipe, instances, workbench)) {
            session.awaitFirstReply(Duration.ofMillis(TIMEOUT_MS));
            session.register(function);
            for (int caller = 0; caller < instances; caller++) {
                assertAnswersTwice(session, function);
            }
            processes = session.processes();
            assertThat(processes).hasSize(recipe.runsOneInvocationAtATime() ? instances : 1);
        }
        assertThat(processes).noneMatch(ProcessTable.ofThisMachine()::isAlive);
        assertThat(scratchDirectories(processes)).isEmpty();
    }

    private static void assertAnswersTwice(PlatformSession session, FunctionUnderTest function) throws IOException {
        try (Invoker invoker = session.openInvoker()) {
            for (int call = 0; call < 2; call++) {
                InvocationReply reply = invoker.invoke(function.invocation());
                String body = new String(reply.body(), StandardCharsets.UTF_8);
                assertThat(reply.status()).as(body).isEqualTo(200);
                assertThat(function.check().accepts(reply.body())).as(body).isTrue();
            }
        }
    }

    /** The script proxies name their own directories in the scratch directory after their process. */
    private static List<Path> scratchDirectories(List<ProcessIdentity> processes) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> processes.stream().anyMatch(process -> file.getFileName().toString().matches(
                    "openwhisk-[a-z]+-" + process.pid() + "-.*"))).toList();
        }
    }

    private PlatformSession start(ServerRecipe recipe, int instances, Workbench workbench) {
        return new ProcessPlatform(recipe, TIMEOUT_MS).start(new StartRequest(folder.resolve("out.log"), folder.resolve(
                "err.log"), new BitSet(), workbench.spawner(), instances));
    }

    private static FunctionUnderTest pythonArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("main.py"));
            archive.write("import greeting\n\ndef main(text):\n    return greeting.PREFIX + text + '}'\n".getBytes(
                    StandardCharsets.UTF_8));
            archive.putNextEntry(new ZipEntry("greeting.py"));
            archive.write("PREFIX = '{\"got\": '\n".getBytes(StandardCharsets.UTF_8));
        }
        return new FunctionUnderTest("archive", new FunctionCode.Script(ScriptLanguage.PYTHON, bytes.toByteArray(), ""),
                "main", 1 << 20, new Invocation("archive", "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8)), ReplyCheck
                        .objectContaining("{\"a\": \"é\"}"));
    }
}
