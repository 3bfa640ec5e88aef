package org.graalvisor.analysis.figures;

import java.util.OptionalDouble;
import org.graalvisor.analysis.statistics.Estimate;

/**
 * One bar.
 *
 * @param label written above the bar
 * @param group rows of one group have one colour
 * @param estimate its length, above 0, with its interval
 * @param degraded whether to draw it hollow
 * @param paper the paper's number
 * @param upper a second, larger number drawn as a diamond, for example a 99th percentile
 */
record BarRow(String label, int group, Estimate estimate, boolean degraded, OptionalDouble paper,
        OptionalDouble upper) {}
