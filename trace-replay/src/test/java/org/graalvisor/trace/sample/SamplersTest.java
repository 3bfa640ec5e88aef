package org.graalvisor.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Property(tries = 20)
    void ownersComeWithAllTheirFunctionsAndFewerArePartOfMore(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int few, @ForAll @IntRange(min = 0, max = 40) int more) {
        List<TraceFunction> small = Samplers.owners(TRACE, few, seed).functions();
        Set<String> owners = small.stream().map(f -> f.key().owner()).collect(Collectors.toSet());

        assertThat(owners).hasSize(few);
        assertThat(small).isEqualTo(TRACE.functions().stream().filter(f -> owners.contains(f.key().owner())).toList());
        assertThat(small).isSubsetOf(Samplers.owners(TRACE, few + more, seed).functions());
    }

    @Test
    void regroupingChangesOwnersAndNothingElse() {
        AzureTrace apart = OwnerGrouping.regrouped(TRACE, 1, 1);
        AzureTrace together = OwnerGrouping.regrouped(TRACE, 4, 1);
        long apps = TRACE.functions().stream().map(f -> f.key().app()).distinct().count();

        assertThat(owners(apart)).isEqualTo(apps);
        assertThat((double) apps / owners(together)).isBetween(3.0, 5.3);
        assertThat(together.invocationsPerMinute()).isEqualTo(TRACE.invocationsPerMinute());
        for (int i = 0; i < TRACE.functions().size(); i++) {
            assertThat(together.functions().get(i).duration()).isEqualTo(TRACE.functions().get(i).duration());
            assertThat(together.usableMemoryMb(together.functions().get(i)))
                    .isEqualTo(TRACE.usableMemoryMb(TRACE.functions().get(i)));
        }
        assertThatThrownBy(() -> OwnerGrouping.regrouped(TRACE, .5, 1)).isInstanceOf(TraceException.class)
                .hasMessageContaining("from 1");
    }

    private static long owners(AzureTrace trace) {
        return trace.functions().stream().map(f -> f.key().owner()).distinct().count();
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
