package org.graalvisor.analysis.statistics;

import java.util.Optional;

/**
 * A number with what is known about its precision.
 *
 * @param value the median over runs
 * @param interval bootstrap 95 % interval over runs; empty for a single run, which says nothing about precision
 * @param runs number of independent runs (fresh processes)
 */
public record Estimate(double value, Optional<Interval> interval, int runs) {

    /** The same estimate in another unit. */
    public Estimate scaled(double factor) {
        return new Estimate(value * factor, interval.map(ends -> ends.scaled(factor)), runs);
    }
}
