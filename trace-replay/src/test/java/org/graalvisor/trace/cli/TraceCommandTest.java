package org.graalvisor.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.simulate.CostModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TraceCommandTest {
    private final Locale before = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "sample", "generate", "schedule", "simulate", "sweep"})
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Example", "graalvisor trace " + command);
    }

    @Test
    void aTraceGoesThroughAllCommands() throws IOException {
        String whole = folder.resolve("whole").toString();
        String part = folder.resolve("part").toString();
        Path schedule = folder.resolve("s.gz");
        assertThat(run("generate", "--functions", "50", "--out", whole)).isZero();
        assertThat(run("sample", whole, "--functions", "20", "--out", part)).isZero();
        assertThat(run("sample", whole, "--nearest", "10", "--candidates", "3", "--out", part + "n")).isZero();
        assertThat(run("inspect", part)).isZero();
        assertThat(out.toString()).contains("20 functions", "dirt: ");
        assertThat(run("schedule", part, "--out", schedule.toString(), "--series", folder.resolve("series.csv")
                .toString(), "--figures", folder.resolve("figures").toString(), "--arrivals", "equidistant",
                "--durations",
                "percentiles")).isZero();
        assertThat(folder.resolve("figures/schedule.png")).isNotEmptyFile();
        assertThat(folder.resolve("figures/schedule.svg")).isNotEmptyFile();
        assertThat(out.toString()).contains("sha256 " + ScheduleFile.read(schedule).hash());
        assertThat(Files.readAllLines(folder.resolve("series.csv"))).hasSize(601);
        assertThat(run("simulate", "--schedule", schedule.toString(), "--cap", "4g", "--out", folder.resolve("result")
                .toString())).isZero();
        assertThat(Files.readAllLines(folder.resolve("result/simulation.csv"))).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("result/samples-photons.csv"))).hasSize(601);
        assertThat(folder.resolve("result/latency-graalvisor.csv")).isNotEmptyFile();
        assertThat(folder.resolve("result/simulation.png")).isNotEmptyFile();
        assertThat(folder.resolve("result/latency.svg")).isNotEmptyFile();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void outputIsTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag("en-US"));
        run("simulate", "--scale", "smoke");
        String expected = withoutTime(out);
        out.getBuffer().setLength(0);
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(run("simulate", "--scale", "smoke")).isZero();
        assertThat(withoutTime(out)).isEqualTo(expected).contains("graalvisor against openwhisk");
    }

    @Test
    void sweepsPrintOneLineForEachValueAndPolicyAndDrawThem() {
        String sweeps = folder.resolve("sweeps").toString();
        assertThat(run("sweep", "--generate", "20", "--window", "600-600", "--rate-scale", "0.1", "--vary",
                "keep-alive", "--values", "0,10,100", "--out", sweeps)).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("graalvisor,"))).hasSize(3);
        assertThat(Path.of(sweeps, "sweep-keep-alive.csv")).content().hasLineCount(10);
        assertThat(Path.of(sweeps, "sweep-keep-alive.png")).isNotEmptyFile();
        assertThat(Path.of(sweeps, "sweep-keep-alive.svg")).isNotEmptyFile();
        assertThat(run("sweep", "--window", "600-600", "--vary", "functions", "--values", "5,10", "--policy",
                "graalvisor")).isZero();
        assertThat(run("sweep", "--generate", "20", "--window", "600-600", "--vary", "cap,apps-per-owner", "--out",
                sweeps)).isZero();
        assertThat(Path.of(sweeps, "sweep-apps-per-owner.png")).isNotEmptyFile();
    }

    @Test
    void moreMemoryIgnoresLessAndOwnersWithMoreAppsNeedFewerInstances() throws IOException {
        String sweeps = folder.resolve("sweeps").toString();
        assertThat(run("sweep", "--generate", "200", "--window", "600-601", "--vary", "cap,apps-per-owner", "--policy",
                "graalvisor", "--out", sweeps)).isZero();
        List<Double> ignored = column(Path.of(sweeps, "sweep-cap.csv"), "ignored");
        // Not at every step: a long invocation that just fits may keep out many short ones.
        assertThat(ignored.getFirst()).isGreaterThan(2 * ignored.get(ignored.size() - 3));
        assertThat(ignored.getLast()).isZero();
        List<Double> starts = column(Path.of(sweeps, "sweep-apps-per-owner.csv"), "instances_started");
        assertThat(starts.getLast()).isLessThan(starts.getFirst());
    }

    private static List<Double> column(Path csv, String name) throws IOException {
        List<List<String>> rows = Files.readAllLines(csv).stream().map(line -> List.of(line.split(","))).toList();
        int at = rows.getFirst().indexOf(name);
        return rows.stream().skip(1).map(row -> Double.valueOf(row.get(at))).toList();
    }

    @Test
    void whoseCostsASimulationUsesIsSaid() {
        Path costs = folder.resolve("costs.json");
        CostModels.published().write(costs);
        assertThat(run("simulate", "--scale", "smoke", "--costs", costs.toString())).isZero();
        assertThat(out.toString()).contains("costs from " + costs, "costs of graalvisor: paper, not measured here");
        assertThat(CostSource.of(Optional.of(costs)).models()).isEqualTo(CostModels.published());
    }

    @Test
    void whatCannotBeUsedIsExitCode2AndOneSentence() {
        assertThat(run("inspect", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot list the trace folder").hasLineCount(1);
        assertThat(run("simulate", "--policy", "knative")).isEqualTo(2);
        assertThat(run("simulate", "--cap", "lots")).isEqualTo(2);
        assertThat(run("schedule", "--window", "7-3")).isEqualTo(2);
        assertThat(run("schedule", "--window", "1440-1441")).isEqualTo(2);
        assertThat(run("schedule", "--arrivals", "sometimes")).isEqualTo(2);
        assertThat(run("generate", "--functions", "0", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("sweep", folder.toString(), "--vary", "functions", "--values", "1")).isEqualTo(2);
        assertThat(run("sweep", "--vary", "cap,owners", "--values", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("give one --vary");
        assertThat(run()).isEqualTo(2);
    }

    /** The launcher adds help options to every command it mounts, also to those that have them. */
    private int run(String... arguments) {
        CommandLine command = new CommandLine(new TraceCommand());
        command.getCommandSpec().mixinStandardHelpOptions(true);
        return command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private static String withoutTime(StringWriter text) {
        return text.toString().replaceAll("simulated .*", "");
    }
}
