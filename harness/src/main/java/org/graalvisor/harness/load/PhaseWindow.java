package org.graalvisor.harness.load;

import org.graalvisor.results.Phase;

/**
 * When a phase of the load ran, in nanoseconds since the start of the load.
 *
 * @param phase which phase
 * @param startNs its first moment
 * @param endNs the last completion in it
 */
public record PhaseWindow(Phase phase, long startNs, long endNs) {

    /** Returns its length in nanoseconds. */
    public long lengthNs() {
        return endNs - startNs;
    }
}
