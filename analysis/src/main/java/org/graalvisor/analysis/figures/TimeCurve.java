package org.graalvisor.analysis.figures;

import java.util.SortedMap;

/**
 * A quantity over time.
 *
 * @param name of the system
 * @param values by second, at least one
 * @param mean over the whole time, drawn as a line of its own
 * @param degraded whether its data is degraded
 */
record TimeCurve(String name, SortedMap<Long, Double> values, double mean, boolean degraded) {}
