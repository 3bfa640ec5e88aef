package org.graalvisor.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvisor.harness.load.LoadLimit;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.harness.platform.DirectoryArtifacts;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.HttpEndpoint;
import org.graalvisor.harness.platform.InProcessPlatform;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.JvmHello;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.platform.openwhisk.OpenWhiskServer;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.time.SystemClock;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunState;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while platforms are measured. */
class FaultTest {
    private static final long TIMEOUT_MS = 20_000;
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final long SECOND_NS = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void aProxyKilledInTheMiddleOfALoadIsCountedInvalidatesItsCellAndDegradesTheRun() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON));
        KillingPlatform platform = new KillingPlatform(new ProcessPlatform(OpenWhiskServer.python(PYTHON), TIMEOUT_MS));

        RunSummary summary = runner(List.of(platform)).run(experiment("openwhisk-python", "helloworld-python", 2,
                2), true);

        assertThat(summary.state()).isEqualTo(RunState.FINISHED);
        assertThat(summary.verdict().level()).isEqualTo(Verdict.Level.DEGRADED);
        assertThat(summary.invalidCells()).isEqualTo(1);
        CellReader cell = run().cells().stream().filter(measured -> measured.verdict()
                .level() == Verdict.Level.INVALID).findFirst().orElseThrow();
        assertThat(cell.verdict().reasons()).anyMatch(reason -> reason.endsWith("replies were errors or wrong"))
                .contains("1 of 2 processes of the platform ended during the load");
        try (var events = cell.events()) {
            assertThat(events.filter(event -> event.event().equals("invocation-failed"))).isNotEmpty().allMatch(
                    event -> event.details().get("reason").contains("Exception"));
        }
        assertThat(count(cell, "completed")).isPositive();
        assertThat(count(cell, "failed")).isPositive();
        assertThat(count(cell, "scheduled")).isEqualTo(count(cell, "completed") + count(cell, "failed") + count(cell,
                "dropped") + count(cell, "unfinished"));
        assertThat(platform.processes).hasSize(4).noneMatch(ProcessTable.ofThisMachine()::isAlive);
    }

    @Test
    void aPortThatAnotherProcessTookIsLeftForAnotherOne() throws Exception {
        try (OccupyingRecipe recipe = new OccupyingRecipe(1)) {
            RecordingProgress progress = new RecordingProgress();
            RunSummary summary = new ExperimentRunner(rig(List.of(new ProcessPlatform(recipe, TIMEOUT_MS))),
                    new RunStore(folder), progress).run(experiment("jvm-hello", "helloworld", 1, 1), true);

            assertThat(summary.failures()).isEmpty();
            assertThat(progress.lines).anyMatch(line -> line.contains("is tried again: another process took port"));
            assertThat(run().cells()).hasSize(1);
        }
    }

    @Test
    void aPortThatIsAlwaysTakenIsAClearFailureOfTheCell() throws Exception {
        try (OccupyingRecipe recipe = new OccupyingRecipe(Integer.MAX_VALUE)) {
            RunSummary summary = runner(List.of(new ProcessPlatform(recipe, TIMEOUT_MS))).run(experiment("jvm-hello",
                    "helloworld", 1, 1), true);

            assertThat(summary.failures()).singleElement().asString().startsWith(
                    "jvm-hello.helloworld.concurrency1.run1: another process took port").contains("exit code");
        }
    }

    @Test
    void aMissingInterpreterLeavesTheOtherPlatforms() {
        Platform missing = new ProcessPlatform(OpenWhiskServer.nodejs(new ExecutableFinder(List.of(folder))),
                TIMEOUT_MS);
        Platform present = InProcessPlatform.answeringAtOnce(new SystemClock());
        CellPlanner planner = new CellPlanner(List.of(missing, present), new DirectoryArtifacts(folder));
        Experiment experiment = new Experiment("faults", "Faults", "smoke", "equal", 1, List.of("openwhisk-nodejs",
                "null"), List.of("helloworld-js"), load(1, 1));

        assertThat(planner.cells(experiment)).extracting(PlannedCell::id).containsExactly(
                "null.helloworld-js.concurrency1.run1");
        assertThat(planner.unavailable(experiment)).singleElement().satisfies(system -> {
            assertThat(system.name()).isEqualTo("openwhisk-nodejs");
            assertThat(system.reason()).contains("no executable 'node'").contains("install");
        });
    }

    private static Experiment experiment(String platform, String workload, int callers, int runs) {
        return new Experiment("faults", "Faults", "smoke", "equal", 1, List.of(platform), List.of(workload), load(
                callers, runs));
    }

    private static Settings load(int callers, int runs) {
        return new Settings.ClosedLoopLoad(runs, new LoadShape(List.of(callers), new LoadLimit(100, SECOND_NS),
                new LoadLimit(200, SECOND_NS), LoadShape.WHOLE_CORES), Optional.empty(), 50, (int) TIMEOUT_MS);
    }

    private ExperimentRunner runner(List<Platform> platforms) {
        return new ExperimentRunner(rig(platforms), new RunStore(folder), new RecordingProgress());
    }

    private Rig rig(List<Platform> platforms) {
        return new Rig(new DirectoryArtifacts(folder), () -> new Availability.Unavailable("none in tests"), platforms,
                Workloads::new, ExecutableFinder.ofThisMachine(), new CorePlan(new BitSet(), new BitSet()),
                new SystemClock(), InstantSource.system(), new SplittableRandom(1), folder, new StopSignal());
    }

    private RunReader run() {
        return new RunStore(folder).latestFinished(RunStore.Origin.OWN, "faults").orElseThrow();
    }

    private static long count(CellReader cell, String metric) {
        try (var measurements = cell.measurements()) {
            return measurements.filter(line -> line.metric().equals(metric)).mapToLong(line -> (long) line.value())
                    .findFirst().orElseThrow();
        }
    }

    /** Kills the first process that the platform ever started after some invocations. */
    private static final class KillingPlatform implements Platform {
        private static final int INVOCATIONS = 20;

        private final Platform platform;
        private final List<ProcessIdentity> processes = new ArrayList<>();
        private final AtomicInteger invocations = new AtomicInteger();

        KillingPlatform(Platform platform) {
            this.platform = platform;
        }

        @Override
        public String name() {
            return platform.name();
        }

        @Override
        public Availability availability() {
            return platform.availability();
        }

        @Override
        public boolean serves(String workload) {
            return platform.serves(workload);
        }

        @Override
        public PlatformSession start(StartRequest request) {
            return new KillingSession(platform.start(request), processes, invocations);
        }
    }

    private record KillingSession(PlatformSession session, List<ProcessIdentity> seen,
            AtomicInteger invocations) implements PlatformSession {
        @Override
        public long startedNs() {
            return session.startedNs();
        }

        @Override
        public long awaitFirstReply(Duration timeout) {
            return session.awaitFirstReply(timeout);
        }

        @Override
        public void register(FunctionUnderTest function) {
            session.register(function);
            seen.addAll(session.processes());
        }

        @Override
        public Invoker openInvoker() {
            return new KillingInvoker(session.openInvoker(), this);
        }

        @Override
        public List<ProcessIdentity> processes() {
            return session.processes();
        }

        void count() {
            if (invocations.incrementAndGet() == KillingPlatform.INVOCATIONS) {
                ProcessHandle.of(seen.getFirst().pid()).orElseThrow().destroyForcibly();
            }
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private record KillingInvoker(Invoker invoker, KillingSession session) implements Invoker {
        @Override
        public InvocationReply invoke(Invocation invocation) throws IOException {
            session.count();
            return invoker.invoke(invocation);
        }

        @Override
        public void close() {
            invoker.close();
        }
    }

    /** A server whose port is taken between its choice and its use. */
    private static final class OccupyingRecipe implements ServerRecipe, AutoCloseable {
        private final ServerRecipe server = new JvmHello(JavaInstallation.ofThisProcess());
        private final List<ServerSocket> occupied = new ArrayList<>();
        private final int times;

        OccupyingRecipe(int times) {
            this.times = times;
        }

        @Override
        public String name() {
            return server.name();
        }

        @Override
        public Availability availability() {
            return server.availability();
        }

        @Override
        public boolean serves(String workload) {
            return server.serves(workload);
        }

        @Override
        public ServerCommand command(Path scratch, int port) throws IOException {
            if (occupied.size() < times) {
                occupied.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return server.command(scratch, port);
        }

        @Override
        public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
            server.register(client, function);
        }

        @Override
        public void close() {
            occupied.forEach(socket -> {
                try {
                    socket.close();
                } catch (IOException failure) {
                    throw new UncheckedIOException("cannot close a socket of the test", failure);
                }
            });
        }
    }

    private static final class RecordingProgress implements Progress {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void runBegins(String title, int cells, int done) {}

        @Override
        public void cellBegins(PlannedCell cell) {}

        @Override
        public void cellEnds(PlannedCell cell, Verdict verdict) {
            lines.add(cell.id() + " " + verdict);
        }

        @Override
        public void cellFails(PlannedCell cell, String reason) {
            lines.add(cell.id() + " " + reason);
        }

        @Override
        public void note(String message) {
            lines.add(message);
        }

        @Override
        public void runEnds() {}
    }
}
