package org.graalvisor.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.load.LoadLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentReaderTest {
    private static final List<String> PLATFORMS = List.of("graalvisor-native", "graalvisor-hosted", "jvm-hello",
            "nginx", "node", "python3", "isolate", "context", "openwhisk-java", "openwhisk-nodejs", "openwhisk-python",
            "graalvisor-java", "microvm", "container");
    private static final ExperimentReader READER = new ExperimentReader(PLATFORMS, Workloads.NAMES);

    @ParameterizedTest
    @CsvSource({"fig3,smoke,equal", "fig3,paper,paper", "fig7,smoke,equal", "fig7,small,paper", "fig7,paper,equal",
            "fig8,smoke,equal", "fig8,small,equal", "fig8,paper,paper",
            "fig4,smoke,equal", "fig4,paper,equal", "peak,smoke,equal", "peak,small,paper", "fig1,small,equal",
            "fig1,small,paper", "fig5,small,equal", "fig5,paper,paper", "fig6,small,equal", "fig6,small,paper",
            "fig6,paper,paper", "fig1,smoke,equal", "fig5,smoke,equal", "fig6,smoke,equal"})
    void readsEveryShippedExperimentAtEveryScale(String name, String scale, String method) {
        Experiment experiment = new ExperimentCatalog(READER).read(name, scale, method);

        assertThat(experiment.name()).isEqualTo(name);
        // The smallest scale shows that everything works.
        assertThat(experiment.settings().runs()).isGreaterThanOrEqualTo(scale.equals("smoke") ? 2 : 5);
    }

    @Test
    void theMethodWinsOverTheScaleAndTheScaleOverTheParameters() {
        ExperimentCatalog catalog = new ExperimentCatalog(READER);
        Settings.ClosedLoopLoad equal = (Settings.ClosedLoopLoad) catalog.read("fig7", "paper", "equal").settings();
        Settings.ClosedLoopLoad paper = (Settings.ClosedLoopLoad) catalog.read("fig7", "paper", "paper").settings();

        assertThat(equal.load().concurrency()).containsExactly(1, 8);
        assertThat(equal.openwhisk()).isEmpty();
        assertThat(paper.load().concurrency()).containsExactly(1);
        assertThat(paper.load().measured()).isEqualTo(new LoadLimit(100, 2_000_000_000L));
        assertThat(paper.runs()).isEqualTo(equal.runs());
    }

    @Test
    void tableOneStandsForEveryFunctionOfThePaper() {
        assertThat(new ExperimentCatalog(READER).read("fig6", "small", "equal").workloads()).contains("helloworld",
                "filehashing", "dynamic-html-js", "video-python").doesNotContain("cpu-js", "cpu-python", "table-1")
                .doesNotHaveDuplicates();
    }

    @Test
    void thePapersRulesGiveOpenWhiskLess() {
        Settings.ClosedLoopLoad paper = (Settings.ClosedLoopLoad) new ExperimentCatalog(READER).read("fig6", "small",
                "paper").settings();

        assertThat(paper.shape("graalvisor-native").concurrency()).containsExactly(8);
        assertThat(paper.shape("graalvisor-native").measured().requests()).isEqualTo(800);
        assertThat(paper.shape("graalvisor-native").cpuMillis()).isEqualTo(LoadShape.WHOLE_CORES);
        assertThat(paper.shape("openwhisk-java").concurrency()).containsExactly(1);
        assertThat(paper.shape("openwhisk-java").warmUp().requests()).isZero();
        assertThat(paper.shape("openwhisk-java").measured().requests()).isEqualTo(100);
        assertThat(paper.shape("openwhisk-java").cpuMillis()).isEqualTo(125);
        assertThat(paper.toMap()).containsEntry("openwhisk.cpuMillis", 125);
    }

    @Test
    void reportsEveryErrorAtOnceWithLineValueAndNearestName() {
        String text = """
                experiment: tiny
                title: Tiny
                kind: cold-strat
                seed: many
                platfroms: [nginx]
                platforms: [ngnix]
                parameters: {settleMs: 10, startTimeoutMs: 0}
                scales:
                  smoke:
                    runs: -1
                    rnus: 3
                  smal: {}
                """;

        assertThatThrownBy(() -> READER.read("tiny.yaml", text, "smoke", "equal"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tiny.yaml:3: kind: unknown value cold-strat; did you mean cold-start?")
                .hasMessageContaining("tiny.yaml:4: seed: many is no whole number")
                .hasMessageContaining("tiny.yaml:5: unknown name platfroms; did you mean platforms?")
                .hasMessageContaining("tiny.yaml:6: platforms: unknown value ngnix; did you mean nginx?")
                .hasMessageContaining("tiny.yaml:7: startTimeoutMs: 0 is no whole number from 1")
                .hasMessageContaining("tiny.yaml:10: runs: -1 is no whole number")
                .hasMessageContaining("tiny.yaml:11: unknown name rnus; did you mean runs?")
                .hasMessageContaining("tiny.yaml:12: unknown name smal; did you mean small?");
    }

    @Test
    void namesTheLineThatIsNoYaml() {
        assertThatThrownBy(() -> READER.read("bad.yaml", "experiment: [a\nkind: b: c\n", "smoke", "equal"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("bad.yaml:");
        assertThatThrownBy(() -> READER.read("list.yaml", "- a\n- b\n", "smoke", "equal"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("list.yaml:1:");
        assertThatThrownBy(() -> READER.read("twice.yaml", "seed: 1\nseed: 2\n", "smoke", "equal"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("twice.yaml:2:");
    }

    @Test
    void bothFiguresOfTheTraceComeFromOneExperiment() {
        ExperimentCatalog catalog = new ExperimentCatalog(READER);
        Experiment smoke = catalog.read("fig9", "smoke", "equal");

        assertThat(catalog.read("fig10", "smoke", "equal")).isEqualTo(smoke);
        assertThat(smoke.platforms()).containsExactly("openwhisk", "photons", "graalvisor");
        assertThat(smoke.scheduleHash()).isEqualTo(catalog.read("fig10", "smoke", "equal").scheduleHash())
                .isNotEqualTo(catalog.read("fig9", "small", "equal").scheduleHash());
        assertThat(smoke.onTrace("folder").resolvedConfig()).containsEntry("trace", "folder");
    }

    @Test
    void numbersOfAReplayAreCheckedWithEveryErrorAtOnce() {
        String text = """
                experiment: r
                title: R
                kind: trace-replay
                seed: 1
                platforms: [openwisk]
                workloads: [allocate-and-run]
                parameters: {trace: generated, generatedFunctions: 0, appsPerOwner: 0.5, firstMinute: 701, lastMinute: 700,
                  rateScale: none, memoryScale: 1, capMb: 0, instanceMb: 1, keepAliveMs: 1, reserveMb: 0, work: slep,
                  costs: measured, drainMs: 1}
                """;
        assertThatThrownBy(() -> READER.read("r.yaml", text, "smoke", "equal"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("did you mean openwhisk?")
                .hasMessageContaining("generatedFunctions: 0 is no whole number").hasMessageContaining(
                        "appsPerOwner: 0.5 is no number from 1").hasMessageContaining("lastMinute: 700")
                .hasMessageContaining("rateScale: none is no number").hasMessageContaining("capMb: 0")
                .hasMessageContaining("did you mean sleep?");
    }

    @Test
    void refusesUnknownScalesAndMethods() {
        assertThatThrownBy(() -> READER.read("x", "", "smokey", "equal"))
                .hasMessage("--scale: unknown value smokey; did you mean smoke? (valid: smoke, small, paper)");
        assertThatThrownBy(() -> READER.read("x", "", "smoke", "fair")).hasMessageContaining("--method");
    }
}
