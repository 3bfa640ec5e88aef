package org.graalvisor.harness.jmh;

import org.graalvisor.trace.Progress;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.MinuteStream;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A generated day with as many functions as a day of the 2019 trace, made once a fork. */
@State(Scope.Benchmark)
public class FullDay {
    /** A minute of it has at least as many invocations. */
    static final int ARRIVALS = 500_000;

    private static final long SEED = 1;
    private static final MinuteWindow WINDOW = new MinuteWindow(701, 702);

    private AzureTrace trace;

    /** Generates it. */
    @Setup(Level.Trial)
    public void generate() {
        trace = TraceGenerator.generate(GeneratorParameters.published(GeneratorParameters.FULL_DAY_FUNCTIONS, SEED),
                Progress.unheard());
    }

    /** Returns the first arrivals of two minutes, generated on the fly. */
    FirstArrivals arrivals() {
        return new FirstArrivals(new MinuteStream(trace, ScheduleOptions.paper(WINDOW, SEED), Progress.unheard()),
                ARRIVALS);
    }
}
