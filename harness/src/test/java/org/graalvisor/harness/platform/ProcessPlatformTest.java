package org.graalvisor.harness.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.graalvisor.baselines.jvm.HelloServer;
import org.graalvisor.harness.experiment.Workbench;
import org.graalvisor.harness.experiment.Workloads;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPlatformTest {
    private static final long TIMEOUT_MS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void startsRegistersInvokesAndLeavesNothing() throws Exception {
        Artifacts artifacts = new DirectoryArtifacts(FakeGraalvisorMain.install(folder));

        assertServesHello(new ProcessPlatform(new GraalvisorNative(artifacts), TIMEOUT_MS));
    }

    @Test
    void servesHelloFromAPlainJvm() throws Exception {
        assertServesHello(new ProcessPlatform(new JvmHello(JavaInstallation.ofThisProcess()), TIMEOUT_MS));
    }

    @Test
    void servesHelloFromNginx() throws Exception {
        Platform nginx = new ProcessPlatform(new Nginx(ExecutableFinder.ofThisMachine(), HelloServer.REPLY),
                TIMEOUT_MS);
        assumeTrue(nginx.availability().isAvailable(), () -> nginx.availability().describe());

        assertServesHello(nginx);
    }

    @Test
    void servesScriptsFromNodeAndCPython() throws Exception {
        for (ScriptServer server : List.of(ScriptServer.node(ExecutableFinder.ofThisMachine()), ScriptServer.python(Path
                .of("/usr/bin/python3")))) {
            String workload = server.name().equals("node") ? "helloworld-js" : "helloworld-python";
            assumeTrue(server.availability().isAvailable(), () -> server.availability().describe());

            assertThat(server.serves(workload)).isTrue();
            assertThat(server.serves("helloworld")).isFalse();
            assertServes(new ProcessPlatform(server, TIMEOUT_MS), workload);
        }
        assertThat(ScriptServer.python(folder.resolve("python3")).availability().describe()).startsWith(
                "unavailable: there is no");
    }

    @Test
    void registersScriptsWithTheirLanguage() throws Exception {
        FakeGraalvisorMain.install(folder);
        Files.writeString(folder.resolve("libgraalvisor-js.so"), "");
        GraalvisorNative runtime = new GraalvisorNative(new DirectoryArtifacts(folder));

        assertThat(runtime.serves("helloworld-js")).isTrue();
        assertThat(runtime.serves("helloworld-python")).isFalse();
        assertThat(runtime.command(folder, 1).command()).containsSubsequence("--javascript-library", folder.resolve(
                "libgraalvisor-js.so").toString()).doesNotContain("--python-library");
        assertServes(new ProcessPlatform(runtime, TIMEOUT_MS), "helloworld-js");
    }

    private void assertServesHello(Platform platform) throws IOException {
        assertServes(platform, "helloworld");
    }

    private void assertServes(Platform platform, String workload) throws IOException {
        List<ProcessIdentity> processes;
        try (Workbench workbench = new Workbench();
                Workloads workloads = new Workloads(1);
                PlatformSession session = start(platform, workbench)) {
            FunctionUnderTest hello = workloads.function(workload);
            assertThat(session.awaitFirstReply(Duration.ofMillis(TIMEOUT_MS))).isGreaterThan(session.startedNs());
            session.register(hello);
            try (Invoker invoker = session.openInvoker()) {
                for (int call = 0; call < 3; call++) {
                    InvocationReply reply = invoker.invoke(hello.invocation());
                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(hello.check().accepts(reply.body())).isTrue();
                }
            }
            processes = session.processes();
            assertThat(processes).isNotEmpty();
        }
        assertThat(processes).noneMatch(ProcessTable.ofThisMachine()::isAlive);
    }

    @Test
    void tellsExitCodeAndLogOfAServerThatEndsAtOnce() throws Exception {
        Files.writeString(folder.resolve("graalvisor"), "#!/bin/sh\necho no such option >&2\nexit 3\n");
        assertThat(folder.resolve("graalvisor").toFile().setExecutable(true)).isTrue();
        Platform broken = new ProcessPlatform(new GraalvisorNative(new DirectoryArtifacts(folder)), TIMEOUT_MS);

        try (Workbench workbench = new Workbench(); PlatformSession session = start(broken, workbench)) {
            assertThatThrownBy(() -> session.awaitFirstReply(Duration.ofMillis(TIMEOUT_MS)))
                    .isInstanceOf(SystemUnderTestException.class).hasMessageContaining("exit code 3")
                    .hasMessageContaining("no such option");
        }
    }

    @Test
    void saysWhatIsMissing() {
        Availability availability = new GraalvisorNative(new DirectoryArtifacts(folder)).availability();

        assertThat(availability.describe()).startsWith("unavailable: there is no file").contains("graalvisor");
        assertThat(new Nginx(new ExecutableFinder(List.of(folder)), "{}").availability().describe())
                .startsWith("unavailable: nginx");
    }

    private PlatformSession start(Platform platform, Workbench workbench) {
        return platform.start(new StartRequest(folder.resolve("out.log"), folder.resolve("err.log"), new BitSet(),
                workbench.spawner()));
    }
}
