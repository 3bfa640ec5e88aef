package org.graalvisor.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.results.RunPlan;
import org.junit.jupiter.api.Test;

class LanguageSelectionTest {
    private static final Experiment ALL = new Experiment("fig8", "t", "smoke", "equal", 1, List.of("graalvisor-native",
            "node", "python3"), List.of("helloworld", "helloworld-js", "helloworld-python"), new Settings.ColdStart(1,
                    1,
                    1));

    @Test
    void theSmallestScaleLeavesOutPython() {
        assertThat(LanguageSelection.defaultOf("smoke").names()).containsExactly("java", "js");
        assertThat(LanguageSelection.defaultOf("paper")).isEqualTo(LanguageSelection.ALL);
        assertThat(LanguageSelection.defaultOf("smoke").scripts()).containsExactly(ScriptLanguage.JAVASCRIPT);
    }

    @Test
    void anExperimentKeepsWhatSpeaksTheLanguages() {
        Experiment restricted = ALL.restrictedTo(LanguageSelection.of(List.of("python", "java")));

        assertThat(restricted.platforms()).containsExactly("graalvisor-native", "python3");
        assertThat(restricted.workloads()).containsExactly("helloworld", "helloworld-python");
    }

    @Test
    void namesEveryUnknownLanguage() {
        assertThatThrownBy(() -> LanguageSelection.of(List.of("jav", "js", "pyton"))).isInstanceOf(
                ConfigurationException.class).hasMessageContaining("unknown value jav; did you mean java?")
                .hasMessageContaining("unknown value pyton; did you mean python?");
    }

    @Test
    void aResumedRunKeepsItsLanguages() {
        RunPlan plan = new RunPlan("smoke", "equal", Map.of("workloads", List.of("helloworld", "cpu-js")), Map.of(),
                Optional.empty(), List.of(), List.of());

        assertThat(LanguageSelection.of(plan).names()).containsExactly("java", "js");
    }
}
