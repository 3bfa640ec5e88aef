package org.graalvisor.results;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a run came and how far it may be trusted.
 *
 * @param startedAt when the run was created
 * @param endedAt when it ended; empty while it runs
 * @param state where it is in its life
 * @param verdict of the run as such, see {@link RunWriter#finish}; meaningful once the state is not {@link RunState#RUNNING}
 */
public record RunOutcome(Instant startedAt, Optional<Instant> endedAt, RunState state, Verdict verdict) {

    /** The outcome of a run that starts now. */
    public static RunOutcome started(Instant startedAt) {
        return new RunOutcome(startedAt, Optional.empty(), RunState.RUNNING, Verdict.valid());
    }
}
