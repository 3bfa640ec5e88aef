package org.graalvisor.harness.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graalvisor.trace.Progress;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.junit.jupiter.api.Test;

/** A benchmark that does less than it counts would look fast. */
class TraceBenchmarkTest {
    private static final AzureTrace TRACE = TraceGenerator.generate(GeneratorParameters.published(500, 1), Progress
            .unheard());

    @Test
    void aNodeDecidesOnEveryArrivalAndConsolidatingPoliciesStartFewerInstances() {
        long openWhisk = new BusyNode(arrivals(5_000), "openwhisk").run();
        long photons = new BusyNode(arrivals(5_000), "photons").run();
        long graalvisor = new BusyNode(arrivals(5_000), "graalvisor").run();

        assertThat(openWhisk).isGreaterThan(photons);
        assertThat(photons).isGreaterThan(graalvisor);
        assertThat(graalvisor).isPositive();
    }

    @Test
    void exactlyAsManyArrivalsComeAsAreCounted() {
        FirstArrivals arrivals = arrivals(100);
        int count = 0;
        while (arrivals.next()) {
            count++;
        }
        assertThat(count).isEqualTo(100);
        FirstArrivals tooMany = arrivals(Integer.MAX_VALUE);
        assertThatThrownBy(() -> {
            while (tooMany.next()) {
                tooMany.arrivalUs();
            }
        }).hasMessageContaining("fewer arrivals");
    }

    private static FirstArrivals arrivals(int count) {
        return new FirstArrivals(new MinuteStream(TRACE, ScheduleOptions.paper(new MinuteWindow(701, 702), 1), Progress
                .unheard()), count);
    }
}
