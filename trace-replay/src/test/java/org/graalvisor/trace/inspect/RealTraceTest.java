package org.graalvisor.trace.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.azure.TraceFolder;
import org.graalvisor.trace.azure.TraceReader;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.Dirt;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.ScheduleSeries;
import org.graalvisor.trace.schedule.Scheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts of a real excerpt that lies beside the checkout on some machines; skipped elsewhere. */
class RealTraceTest {
    /** Another place can be named with {@code -Dgraalvisor.azure=FOLDER}. */
    private static final Path FOLDER = Path.of(System.getProperty("graalvisor.azure", Path.of(System.getProperty(
            "graalvisor.root", ".."), "..", "shared", "azure", "real-500").toString()));
    private AzureTrace trace;

    @BeforeEach
    void readWhenPresent() {
        assumeTrue(Files.isDirectory(FOLDER), "the excerpt is not there");
        trace = new TraceReader(Progress.unheard()).read("real-500", new TraceFolder(FOLDER).select(""));
    }

    @Test
    void inspectionAgreesWithItsKnownFacts() {
        Inspection facts = Inspection.of(trace, MinuteWindow.DEFAULT);

        assertThat(facts.functions()).isEqualTo(500);
        assertThat(facts.apps()).isEqualTo(476);
        assertThat(facts.owners()).isEqualTo(428);
        assertThat(facts.invocations()).isEqualTo(3_037_902);
        assertThat(facts.busiestShare()).isCloseTo(.63, within(.005));
        assertThat(facts.window().invocations()).isEqualTo(58_362);
        assertThat(facts.window().functions()).isEqualTo(271);
        assertThat(facts.window().owners()).isEqualTo(245);
        assertThat(Inspection.of(trace, new MinuteWindow(781, 790)).window().invocations()).isEqualTo(51_909);
        assertThat(facts.dirt().findings().keySet()).containsExactly(Dirt.ZERO_DURATIONS);
    }

    @Test
    void thePeakConcurrencyOfItsBestMinutesIsAbout72() {
        int peak = ScheduleSeries.of(Scheduler.schedule(trace, ScheduleOptions.paper(MinuteWindow.DEFAULT, 1))).stream()
                .mapToInt(ScheduleSeries.Second::peakConcurrency).max().orElseThrow();
        assertThat(peak).isBetween(66, 78);
    }

    /**
     * The excerpt holds more busy functions than a day, so only shapes that do not depend on rates can agree; and its
     * memory was rebuilt, so that agrees less.
     */
    @Test
    void generatedDurationsAndMemoryAreNearToItsOwn() {
        Inspection real = Inspection.of(trace, MinuteWindow.DEFAULT);
        Inspection made = Inspection.of(TraceGenerator.generate(GeneratorParameters.published(2_000, 1),
                Progress.unheard()), MinuteWindow.DEFAULT);

        assertThat(made.durationMs().kolmogorovSmirnov(real.durationMs())).as("durations").isLessThan(.12);
        assertThat(made.memoryMb().kolmogorovSmirnov(real.memoryMb())).as("memory").isLessThan(.2);
        assertThat(scaled(made.durationMs(), 3).kolmogorovSmirnov(real.durationMs())).as("the threshold can fail")
                .isGreaterThan(.12);
        assertThat(scaled(made.memoryMb(), 2).kolmogorovSmirnov(real.memoryMb())).as("the threshold can fail")
                .isGreaterThan(.2);
    }

    private static Distribution scaled(Distribution distribution, double factor) {
        return Distribution.of(IntStream.range(0, distribution.size())
                .mapToDouble(i -> factor * distribution.percentile(100.0 * (i + 1) / distribution.size())).toArray());
    }
}
