package org.graalvisor.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.graalvisor.analysis.SyntheticRuns.Cell;
import org.graalvisor.analysis.claims.EvaluatedClaim;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.ResultsException;
import org.graalvisor.results.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWriterTest {
    private static final List<String> GOLDEN_TABLES = List.of("claims", "fig3-costs", "fig3-memory",
            "fig3-script-time", "fig3-script-memory", "fig4-memory-cpu-js", "fig4-allocation-thumbnail-python",
            "fig4-latency-thumbnail-python", "fig7-latency-filehashing", "fig7-throughput-helloworld",
            "fig8-cold-start", "fig1-pss", "fig5-requests",
            "fig5-footprint", "fig6-efficiency-pss", "fig6-ratio-pss", "fig6-ratio-pss-paper-rules",
            "fig7-mean-latency",
            "fig7-ratio", "fig9-rss", "fig9-instances", "fig9-ratio", "fig9-counts", "fig9-simulation",
            "fig10-requests",
            "fig10-seconds", "claim-guide", "peak-cpu-js", "peak-final", "peak-warm-up", "jmh");

    private final Locale before = Locale.getDefault();

    @TempDir
    static Path everything;

    @TempDir
    static Path drawn;

    /** Everything drawn once, under the machine's own locale. */
    private static Report report;

    @TempDir
    Path root;

    @TempDir
    Path output;

    @BeforeAll
    static void writeAndDrawEveryExperimentOnce() {
        new SyntheticRuns(everything).writeAll();
        report = ReportWriter.write(everything, drawn);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab"})
    void theSameResultsGiveTheSameBytesUnderEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Report second = ReportWriter.write(everything, output);

        assertThat(second.page()).hasSameBinaryContentAs(report.page());
        assertThat(second.files()).hasSameSizeAs(report.files());
        for (int i = 0; i < report.files().size(); i++) {
            assertThat(second.files().get(i)).hasSameBinaryContentAs(report.files().get(i));
        }
        for (String table : GOLDEN_TABLES) {
            assertThat(Files.readString(output.resolve("tables/" + table + ".csv"))).as(table).isEqualTo(golden(
                    table));
        }
    }

    @Test
    void figuresAreWideEnoughAndWellFormed() throws Exception {
        assertThat(report.files()).extracting(file -> file.getFileName().toString()).contains("fig3-time.png",
                "fig3-memory.svg", "fig7-latency-helloworld.png", "fig8-cold-start.png", "fig8-memory.svg", "jmh.csv",
                "fig3-script-time.png", "fig4-latency-cpu-js.png", "fig4-memory-thumbnail-python.svg",
                "peak-cpu-js.png",
                "peak-final.png", "peak-warm-up.png", "fig1-rss.png", "fig1-pss.svg", "fig5-requests.png",
                "fig5-footprint.svg", "fig6-efficiency-rss.png", "fig6-ratio-rss.png", "fig6-ratio-rss-paper-rules.png",
                "fig6-parts.png",
                "fig7-mean-latency.png", "fig7-ratio.svg", "fig9-rss.png", "fig9-pss.png", "fig9-accounted.png",
                "fig9-instances.png", "fig9-ratio.png", "fig9-simulation.png", "fig10-requests.png",
                "fig10-seconds.svg");
        for (Path file : report.files()) {
            if (file.toString().endsWith(".png")) {
                BufferedImage image = ImageIO.read(file.toFile());
                assertThat(image.getWidth()).isGreaterThanOrEqualTo(1_600);
            }
            if (file.toString().endsWith(".svg")) {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
                assertThat(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement().getTagName())
                        .isEqualTo("svg");
            }
        }
    }

    @Test
    void thePageNeedsNoOtherFileAndNamesWhatIsMissing() throws IOException {
        String page = Files.readString(report.page());

        assertThat(page).doesNotContain("<script").doesNotContain("src=").doesNotContain("url(http").doesNotContain(
                "<link")
                .contains("microvm: no /dev/kvm").contains("INVALID(swap counter moved)").contains(
                        "DEGRADED(driver CPU saturated)")
                .contains("Synthetic CPU &lt;1&gt; &amp; &quot;co&quot;").contains("./graalvisor reproduce fig3")
                .contains("unavailable: not on PATH");
        List<String> identifiers = Stream.of(page.split(" id=\"", -1)).skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"'))).toList();
        assertThat(identifiers).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotComparedHasItsReasonAndThePapersRulesStandApart() throws IOException {
        String page = Files.readString(report.page());

        assertThat(page).contains("Not compared: classify (no valid data of openwhisk-java), "
                + "thumbnail-python (no valid data of openwhisk-python).").contains(
                        "Run behind fig6, by the paper's rules").contains(
                                "./graalvisor reproduce fig6 --method paper").contains(
                                        "./graalvisor reproduce fig9 --scale smoke");
        String equal = Files.readString(drawn.resolve("tables/fig6-ratio-pss.csv"));
        String paper = Files.readString(drawn.resolve("tables/fig6-ratio-pss-paper-rules.csv"));
        assertThat(equal).contains(",8,").doesNotContain("8 against 1");
        assertThat(paper).contains("8 against 1");
    }

    @Test
    void aRunByThePapersRulesReplacesNoOther() {
        SyntheticRuns runs = new SyntheticRuns(root);
        runs.write("fig8", List.of(boot(9)));
        runs.write("fig8", "paper", "z", SyntheticRuns.STARTED.plusSeconds(3_600), List.of(boot(3)), Verdict.valid());
        assertThat(measuredBoot()).isEqualTo(9);
        assertThat(ReportWriter.write(root, output).files()).anyMatch(file -> file.endsWith("fig8-cold-start.png"))
                .anyMatch(file -> file.endsWith("fig8-cold-start-paper-rules.png"));
    }

    @Test
    void aShortReplayIsDrawnWithoutThePercentilesItCannotKnow() throws IOException {
        new SyntheticRuns(root).write("fig9", new SyntheticTrace(20).cells());
        Report own = ReportWriter.write(root, output);
        assertThat(own.files()).anyMatch(file -> file.endsWith("fig10-seconds.png"));
        assertThat(Files.readString(output.resolve("tables/fig10-seconds.csv"))).contains("p90").doesNotContain("p99");
        assertThat(Files.readString(output.resolve("tables/fig10-requests.csv"))).contains("p90").doesNotContain("p99");
        assertThat(own.claims()).filteredOn(claim -> claim.claim().id().startsWith("trace-tail")).allSatisfy(
                claim -> assertThat(claim.outcome()).isEqualTo(EvaluatedClaim.Outcome.UNDECIDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fig1", "fig5", "fig6", "fig7", "fig8", "fig9"})
    void anExperimentWithoutAnyKnownMetricDrawsNothingAndSaysSo(String experiment) throws IOException {
        new SyntheticRuns(root).write(experiment, List.of(new Cell(Map.of("platform", "graalvisor-native", "workload",
                "helloworld", "concurrency", "8", "run", "1"), List.of(Measurement.scalar("something_new", "us", 1)))));
        Report own = ReportWriter.write(root, output);
        assertThat(own.files()).noneMatch(file -> file.toString().endsWith(".png"));
        assertThat(Files.readString(own.page())).contains("No valid data.");
    }

    @Test
    void anEmptyResultsFolderGivesAReportThatSaysSo() throws IOException {
        Report own = ReportWriter.write(root, output);
        assertThat(own.claims()).isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.outcome()).isEqualTo(EvaluatedClaim.Outcome.UNDECIDED));
        assertThat(Files.readString(own.page())).contains("no finished run yet");
    }

    @Test
    void theReferenceRunIsUsedOnlyWithoutAnOwnRunAndSaidSo() throws IOException {
        new SyntheticRuns(root).write("fig8", List.of(boot(9)));
        Files.move(root.resolve("runs"), root.resolve("reference"));
        String page = Files.readString(ReportWriter.write(root, output).page());
        assertThat(page).contains("From the project's reference run").contains("(reference)");
        assertThat(measuredBoot()).isEqualTo(9);

        new SyntheticRuns(root).write("fig8", List.of(boot(12)));
        assertThat(measuredBoot()).isEqualTo(12);
        assertThat(Files.readString(ReportWriter.write(root, output).page())).doesNotContain("(reference)");
    }

    @Test
    void theNewestFinishedRunIsUsed() {
        SyntheticRuns runs = new SyntheticRuns(root);
        runs.write("fig8", "b", SyntheticRuns.STARTED, List.of(boot(9)), Verdict.valid());
        runs.write("fig8", "a", SyntheticRuns.STARTED.plusSeconds(3_600), List.of(boot(5)), Verdict.valid());
        assertThat(measuredBoot()).isEqualTo(5);
    }

    @Test
    void anInvalidRunDecidesNothing() {
        new SyntheticRuns(root).write("fig8", "r", SyntheticRuns.STARTED, List.of(boot(9)), Verdict.invalid(
                "swap moved"));
        EvaluatedClaim claim = bootClaim();
        assertThat(claim.outcome()).isEqualTo(EvaluatedClaim.Outcome.UNDECIDED);
        assertThat(ReportWriter.write(root, output).files()).noneMatch(file -> file.toString().endsWith(".png"));
    }

    @Test
    void aSingleRunIsDrawnWithoutAnInterval() throws IOException {
        new SyntheticRuns(root).write("fig8", List.of(boot(9)));
        Report own = ReportWriter.write(root, output);
        assertThat(own.files()).anyMatch(file -> file.endsWith("fig8-cold-start.png"));
        assertThat(Files.readString(own.page())).contains("one run");
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(doubles = {30, 10, 1e-9, 3e12})
    void oneNumberFarFromAnyTickIsDrawn(double value) {
        new SyntheticRuns(root).write("fig8", List.of(new Cell(Map.of("platform", "not-in-the-paper", "run", "x"),
                List.of(Measurement.scalar("boot_to_first_reply_ms", "ms", value)))));
        new SyntheticRuns(root).write("fig3", List.of(new Cell(Map.of("platform", "p", "isolates", "3", "run", "1"),
                List.of(Measurement.scalar("isolate_create_us", "us", value)))));
        new SyntheticRuns(root).write("fig7", List.of(new Cell(Map.of("platform", "p", "workload", "w", "run", "1"),
                List.of(Measurement.scalar("throughput_ops_per_s", "ops/s", value)))));
        assertThat(ReportWriter.write(root, output).files()).anyMatch(file -> file.endsWith("fig8-cold-start.png"))
                .anyMatch(file -> file.endsWith("fig7-throughput-w.png"))
                .anyMatch(file -> file.endsWith("fig3-time.png"));
    }

    @Test
    void anUnwritableOutputIsATypedError() throws IOException {
        Path file = Files.createFile(output.resolve("file"));
        assertThatThrownBy(() -> ReportWriter.write(root, file)).isInstanceOf(ResultsException.class)
                .hasMessageContaining("write the report to").hasMessageContaining(file.toString());
    }

    private double measuredBoot() {
        return bootClaim().measured().orElseThrow().value();
    }

    private EvaluatedClaim bootClaim() {
        return ReportWriter.verify(root).stream().filter(claim -> claim.claim().id().equals("runtime-boot")).findFirst()
                .orElseThrow();
    }

    private static Cell boot(double ms) {
        return new Cell(Map.of("platform", "graalvisor-native", "workload", "helloworld", "run", "1"),
                List.of(Measurement.scalar("boot_to_first_reply_ms", "ms", ms)));
    }

    private static String golden(String table) throws IOException {
        try (InputStream in = ReportWriterTest.class.getResourceAsStream("/golden/" + table + ".csv")) {
            assertThat(in).as(table).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
