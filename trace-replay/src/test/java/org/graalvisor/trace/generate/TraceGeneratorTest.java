package org.graalvisor.trace.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.inspect.Distribution;
import org.graalvisor.trace.inspect.Inspection;
import org.graalvisor.trace.inspect.TriggerLine;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.junit.jupiter.api.Test;

/** The generator against the published marginals. Samples are large enough for thresholds that a wrong one fails. */
class TraceGeneratorTest {
    private static final int FUNCTIONS = 20_000;
    private static final AzureTrace TRACE = generate(GeneratorParameters.published(FUNCTIONS, 1));
    private static final Inspection FACTS = Inspection.of(TRACE, MinuteWindow.DEFAULT);

    @Test
    void durationsAreLogNormal() {
        DoubleUnaryOperator published = ms -> Normal.shareUpTo((Math.log((ms + .5) / 1000) + .38) / 2.36);
        assertThat(distance(FACTS.durationMs(), published)).isLessThan(.02);
        DoubleUnaryOperator wrong = ms -> Normal.shareUpTo((Math.log((ms + .5) / 1000) + .38) / 2.0);
        assertThat(distance(FACTS.durationMs(), wrong)).as("the threshold can fail").isGreaterThan(.03);
    }

    @Test
    void memoryIsBurr() {
        Burr published = new Burr(11.652, 0.221, 107.083);
        assertThat(distance(FACTS.memoryMb(), mb -> published.shareUpTo(mb + .5))).isLessThan(.03);
        Burr wrong = new Burr(11.652, 0.221, 120);
        assertThat(distance(FACTS.memoryMb(), mb -> wrong.shareUpTo(mb + .5))).as("the threshold can fail")
                .isGreaterThan(.05);
    }

    @Test
    void invocationsPerDayPassThroughThePublishedPoints() {
        double[] values = {1, 10, 24, 96, 288, 1440, 1e4, 1e5};
        double[] shares = {.33, .55, .64, .74, .83, .92, .97, .99};
        for (int i = 0; i < values.length; i++) {
            assertThat(FACTS.perFunctionDay().shareUpTo(values[i])).as("up to " + values[i]).isCloseTo(shares[i],
                    within(.015));
        }
        assertThat(FACTS.perFunctionDay().mean()).isCloseTo(909.8e6 / 46_412, within(4_000.0));
    }

    @Test
    void timersMakeStepsAtTheirPeriods() {
        for (double step : new double[]{24, 48, 96, 288, 1440}) {
            double jump = FACTS.perFunctionDay().shareUpTo(step) - FACTS.perFunctionDay().shareUpTo(step - 1);
            assertThat(jump).as("step at " + step).isGreaterThan(.01);
        }
    }

    @Test
    void triggersHaveBothPublishedShares() {
        double sum = GeneratorParameters.published(1, 1).triggers().stream().mapToDouble(TriggerShare::functions).sum();
        for (TriggerShare share : GeneratorParameters.published(1, 1).triggers()) {
            TriggerLine line = FACTS.triggers().stream().filter(l -> l.trigger() == share.trigger()).findFirst()
                    .orElseThrow();
            assertThat((double) line.functions() / FUNCTIONS).as(share.trigger() + " functions")
                    .isCloseTo(share.functions() / sum, within(.015));
            // 200 functions make nearly all invocations, so this share varies much more.
            assertThat((double) line.invocations() / FACTS.invocations()).as(share.trigger() + " invocations")
                    .isCloseTo(share.invocations(), within(.12));
        }
    }

    @Test
    void functionsPerAppFollowThePublishedShares() {
        double[] values = {1, 2, 3, 4, 5, 6, 10};
        double[] shares = {.54, .71, .80, .85, .88, .90, .95};
        for (int i = 0; i < values.length; i++) {
            assertThat(FACTS.functionsPerApp().shareUpTo(values[i])).isCloseTo(shares[i], within(.02));
        }
    }

    @Test
    void mostMinutesAreEmptyAndLoadFollowsADailyWave() {
        assertThat(FACTS.emptyShare()).isCloseTo(.85, within(.04));
        double ratio = FACTS.perMinute().percentile(99) / FACTS.perMinute().percentile(1);
        assertThat(ratio).isCloseTo(801_572 / 501_568.0, within(.2));
    }

    @Test
    void ownersHaveAsManyAppsAsTheKnobSays() {
        for (double mean : new double[]{1, 3}) {
            AzureTrace trace = generate(GeneratorParameters.published(3_000, 1).withAppsPerOwner(mean));
            assertThat(Inspection.of(trace, MinuteWindow.DEFAULT).appsPerOwner().mean()).isCloseTo(mean,
                    within(.25 * mean));
        }
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameTraceOfAnySize(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int functions) {
        AzureTrace trace = generate(GeneratorParameters.published(functions, seed));
        assertThat(trace).isEqualTo(generate(GeneratorParameters.published(functions, seed)));
        assertThat(trace.functions()).hasSize(functions)
                .isEqualTo(generate(GeneratorParameters.published(functions + 10, seed)).functions().subList(0,
                        functions));
        assertThat(trace.functions()).allSatisfy(
                f -> assertThat(f.invocations().total()).isEqualTo(f.duration().orElseThrow().count()));
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> GeneratorParameters.published(0, 1)).isInstanceOf(TraceException.class)
                .hasMessageContaining("at least 1 function");
        assertThatThrownBy(() -> GeneratorParameters.published(1, 1).withAppsPerOwner(.5))
                .hasMessageContaining("application per owner");
        assertThatThrownBy(() -> GeneratorParameters.published(1, 1).withRateDurationCorrelation(2))
                .hasMessageContaining("correlation");
    }

    @Property(tries = 100)
    void quantilesAndSharesOfPublishedDistributionsAreInverse(@ForAll @DoubleRange(min = .01, max = .99) double u) {
        PublishedCdf daily = GeneratorParameters.published(1, 1).invocationsPerDay();
        assertThat(daily.shareUpTo((double) daily.quantile(u))).isGreaterThanOrEqualTo(u - 1e-9);
        assertThat(daily.shareUpTo(daily.quantile(u) - 1.0)).isLessThanOrEqualTo(u + 1e-9);
        Burr burr = GeneratorParameters.published(1, 1).memoryMb();
        assertThat(burr.shareUpTo(burr.quantile(u))).isCloseTo(u, within(1e-9));
    }

    private static double distance(Distribution sample, DoubleUnaryOperator share) {
        return DoubleStream.iterate(.5, p -> p < 100, p -> p + .5)
                .map(p -> Math.abs(sample.shareUpTo(sample.percentile(p)) - share.applyAsDouble(sample.percentile(p))))
                .max().orElseThrow();
    }

    private static AzureTrace generate(GeneratorParameters parameters) {
        return TraceGenerator.generate(parameters, Progress.unheard());
    }
}
