package org.graalvisor.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvisor.harness.platform.FakeGraalvisorMain;
import org.graalvisor.harness.replay.SmallSchedule;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReplayCommandTest {
    private static final List<String> CONTRACT = List.of("active_instances", "open_invocations", "node_memory_bytes",
            "arrived", "completed", "failed", "ignored", "unfinished", "cold_starts", "instances_started",
            "mean_rss_bytes", "mean_pss_bytes", "mean_active_instances", "mean_response_time_ms",
            "simulated_mean_memory_bytes", "simulated_mean_active_instances", "simulated_mean_response_time_ms",
            "simulated_cold_starts");

    @TempDir
    private Path folder;
    private Path schedule;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void installRuntimeAndSchedule() throws Exception {
        FakeGraalvisorMain.install(folder);
        schedule = SmallSchedule.write(folder.resolve("my.schedule.gz"), 1_500_000, 20_000, 1_000_000);
    }

    @Test
    void replaysAScheduleUnderTwoPoliciesAndWritesWhatFiguresNeed() throws Exception {
        assertThat(execute("--policy", "photons,graalvisor", "--cap", "8g")).as(err.toString()).isZero();

        RunReader run = run();
        assertThat(run.manifest().plan().scheduleHash()).hasValue(ScheduleFile.read(schedule).hash());
        assertThat(run.cells()).extracting(cell -> cell.dimensions().get("platform")).containsExactly("photons",
                "graalvisor");
        for (CellReader cell : run.cells()) {
            Map<String, Double> numbers = scalars(cell);
            assertThat(numbers).containsKeys(CONTRACT.toArray(String[]::new));
            assertThat(numbers).containsEntry("arrived", 30.0).containsEntry("completed", 30.0).containsEntry(
                    "failed", 0.0).containsEntry("ignored", 0.0).containsEntry("unfinished", 0.0);
            assertThat(cell.verdict().level()).as(cell.verdict().toString()).isNotEqualTo(Verdict.Level.INVALID);
            assertThat(invocations(cell)).hasSize(30).allSatisfy(row -> {
                assertThat(row.outcome()).isEqualTo(Outcome.COMPLETED);
                assertThat(row.sendLagNs().getAsLong()).isNotNegative();
                assertThat(row.serviceTimeNs().getAsLong()).isGreaterThanOrEqualTo(20_000_000);
            });
            try (Stream<ResourceSample> samples = cell.resources()) {
                assertThat(samples.mapToLong(ResourceSample::rssBytes).max().orElseThrow()).isPositive();
            }
            assertThat(Files.readAllBytes(cell.folder().resolve("schedule.gz"))).isNotEmpty();
            assertThat(cell.folder().resolve("costs.json")).content().contains("measured on this machine");
        }
        assertThat(scalars(run.cells().getFirst())).containsEntry("instances_started", 3.0);
        assertThat(scalars(run.cells().get(1))).containsEntry("instances_started", 2.0);
        assertThat(out.toString()).contains("photons").contains("mean_pss_bytes");
        assertThat(Files.readString(run.folder().resolve("processes.ledger")).lines().filter(line -> line.startsWith(
                "starting ")).count()).as("two of each calibration, and those of the replays").isEqualTo(9);
    }

    @Test
    void openWhiskRunsEachFunctionInAJvmOfItsOwnOneInvocationAtATime() throws Exception {
        SmallSchedule.write(schedule, 300_000, 20_000, 1_000_000);

        assertThat(execute("--policy", "openwhisk", "--cap", "8g")).as(err.toString()).isZero();

        CellReader cell = run().cells().getFirst();
        assertThat(scalars(cell)).containsEntry("arrived", 6.0).containsEntry("completed", 6.0);
        assertThat(scalars(cell).get("instances_started")).isGreaterThanOrEqualTo(3);
        assertThat(scalars(cell).get("cold_starts")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aCapSmallerThanOneFunctionIgnoresEveryInvocationAndTheRunIsInvalid() {
        assertThat(execute("--policy", "graalvisor", "--cap", "1m")).isEqualTo(ExitCode.RUN_INVALID);

        CellReader cell = run().cells().getFirst();
        assertThat(scalars(cell)).containsEntry("arrived", 30.0).containsEntry("ignored", 30.0).containsEntry(
                "instances_started", 0.0);
        assertThat(cell.verdict().toString()).startsWith("INVALID").contains("not one request was completed");
    }

    @Test
    void wrongUsageIsExplainedAllAtOnce() {
        assertThat(execute("--policy", "photon", "--cap", "1k")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("unknown value photon").contains("at least 1m");
        schedule = folder.resolve("none.gz");
        assertThat(execute("--cap", "8g")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no schedule").doesNotContain("\tat ");
    }

    @Test
    void aBrokenScheduleIsAnErrorThatNamesItsPlace() throws Exception {
        Files.writeString(schedule, "no schedule");
        assertThat(execute("--cap", "8g")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("my.schedule.gz").doesNotContain("\tat ");
    }

    private RunReader run() {
        return new RunStore(folder).latestFinished(RunStore.Origin.OWN, "replay").orElseThrow();
    }

    private static List<InvocationRecord> invocations(CellReader cell) {
        try (Stream<InvocationRecord> rows = cell.invocations()) {
            return rows.toList();
        }
    }

    private static Map<String, Double> scalars(CellReader cell) {
        try (Stream<Measurement> rows = cell.measurements()) {
            return rows.filter(row -> row.index() == 0).collect(Collectors.toMap(Measurement::metric,
                    Measurement::value));
        }
    }

    private int execute(String... arguments) {
        List<String> all = Stream.concat(Stream.of("trace", "replay", schedule.toString(), "--results", folder
                .toString(), "--artifacts", folder.toString(), "--reserve", "1m", "--drain", "120"), Stream.of(
                        arguments)).toList();
        return GraalvisorCommand.commandLine(UnbuiltMain.services()).setOut(new PrintWriter(out, true)).setErr(
                new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }
}
