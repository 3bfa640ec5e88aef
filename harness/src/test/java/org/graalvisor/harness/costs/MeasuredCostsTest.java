package org.graalvisor.harness.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.simulate.CostModel;
import org.graalvisor.trace.simulate.CostModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredCostsTest {
    @TempDir
    private Path results;

    @BeforeEach
    void takeTheReferenceRunsAlone() throws IOException {
        Files.createSymbolicLink(results.resolve("reference"), Path.of(System.getProperty("graalvisor.root"))
                .toAbsolutePath().normalize().resolve("results").resolve("reference"));
    }

    @AfterEach
    void leaveTheReferenceRunsAlone() throws IOException {
        Files.delete(results.resolve("reference"));
    }

    @Test
    void everyPolicyHasCostsThatSayWhereTheyComeFrom() {
        CostModels models = MeasuredCosts.of(results, true);

        assertThat(models.models().keySet()).containsExactlyInAnyOrderElementsOf(Policies.names());
        String run = Results.load(results).experiment("fig8").orElseThrow().manifest().runId();
        String commit = Results.load(results).experiment("fig8").orElseThrow().manifest().environment().source()
                .commit();
        assertThat(models.models().values()).allSatisfy(model -> assertThat(model.provenance()).contains(run, commit,
                "boot_to_first_function_ms", "cores of", "reference run, not of this machine", "assumed"));
    }

    /** An instance of the runtime that hosts nothing yet is no isolate, and an isolate is no process. */
    @Test
    void isolatesCostFarLessThanTheirInstance() {
        CostModel graalvisor = MeasuredCosts.of(results, true).of("graalvisor");

        assertThat(graalvisor.invocationOverheadUs()).isBetween(1L, graalvisor.coldStartUs() / 10);
        assertThat(graalvisor.invocationOverheadBytes()).isBetween(1L, graalvisor.instanceBaseBytes() / 10);
        assertThat(MeasuredCosts.of(results, true).of("openwhisk").retainedUs()).isEqualTo(CostModel.UNTIL_STOPPED);
    }

    @Test
    void withoutRunsOfThisMachineItSaysWhatToRun() {
        assertThatThrownBy(() -> MeasuredCosts.of(results, false)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("run 'graalvisor run fig8' first").hasMessageContaining("fig3");
    }
}
