package org.graalvisor.results;

/** Where a run is in its life. A run whose process was killed still says {@link #RUNNING}. */
public enum RunState {
    /** Started and not ended, or killed. */
    RUNNING,
    /** Every planned cell was tried. */
    FINISHED,
    /** Ended early on request; can be resumed. */
    INTERRUPTED
}
