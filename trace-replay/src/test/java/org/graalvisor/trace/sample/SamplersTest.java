package org.graalvisor.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.Traces;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.TraceFunction;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static final AzureTrace TRACE = TraceGenerator.generate(GeneratorParameters.published(400, 5),
            Progress.unheard());

    @Test
    void topOwnersAreThoseWithMostInvocations() {
        AzureTrace trace = new Traces().function("small", "a", 1, 1, 5).function("large", "b", 1, 1, 4)
                .function("large", "c", 1, 1, 4).function("tiny", "d", 1, 1, 1).build();
        AzureTrace top = Samplers.topOwners(trace, 1);
        assertThat(top.functions()).extracting(f -> f.key().function()).containsExactly("b", "c");
        assertThat(top.memory()).hasSize(2);
    }

    @Property(tries = 50)
    void aSmallerSampleIsPartOfALargerOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int small,
            @ForAll @IntRange(min = 0, max = 300) int more) {
        List<TraceFunction> large = Samplers.functions(TRACE, small + more, seed).functions();
        assertThat(Samplers.functions(TRACE, small, seed).functions()).hasSize(small).isSubsetOf(large);
        assertThat(Samplers.oneIn(TRACE, 8, seed).functions())
                .isSubsetOf(Samplers.oneIn(TRACE, 2, seed).functions());
    }

    @Property(tries = 20)
    void theOrderOfTheTraceDoesNotMatter(@ForAll long seed) {
        List<TraceFunction> reversed = new ArrayList<>(TRACE.functions());
        Collections.reverse(reversed);
        assertThat(Samplers.functions(TRACE.with("reversed", reversed), 50, seed).functions())
                .containsExactlyInAnyOrderElementsOf(Samplers.functions(TRACE, 50, seed).functions());
    }

    @Test
    void oneInXKeepsThatShare() {
        assertThat(Samplers.oneIn(TRACE, 4, 1).functions().size() / 400.0).isCloseTo(.25, within(.07));
        assertThat(Samplers.oneIn(TRACE, 1, 1).functions()).hasSize(400);
    }

    @Test
    void theNearestOfManySamplesIsNearerThanAnyOneAndNested() {
        List<NearestSampler.Nearest> nested = new NearestSampler(30, 1, Progress.unheard()).sample(TRACE,
                List.of(100, 25));
        double single = new NearestSampler(1, 1, Progress.unheard()).sample(TRACE, List.of(100)).getFirst().distance();

        assertThat(nested.get(0).distance()).isLessThan(single);
        assertThat(nested.get(0).trace().functions()).hasSize(100);
        assertThat(nested.get(1).trace().functions()).hasSize(25)
                .isSubsetOf(nested.get(0).trace().functions());
        assertThat(new NearestSampler(2, 1, Progress.unheard()).sample(TRACE, List.of(400)).getFirst().distance())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void emptySamplesAreRefused() {
        assertThatThrownBy(() -> Samplers.functions(TRACE, 0, 1)).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> Samplers.topOwners(TRACE, 0)).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> Samplers.oneIn(TRACE, .5, 1)).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> new NearestSampler(5, 1, Progress.unheard()).sample(TRACE, List.of(10, 20)))
                .hasMessageContaining("from large to small");
    }
}
