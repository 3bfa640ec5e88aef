package org.graalvisor.trace.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.TraceException;

/**
 * Which faults happen, fixed by a seed: the same instance and invocation always have the same fault.
 *
 * @param seed seed of everything random
 * @param probabilities of each fault, for an instance or an invocation; from 0 to 1
 * @param delayNs how much later a slow instance is ready, and the longest life of one that is killed
 */
public record FaultPlan(long seed, Map<Fault, Double> probabilities, long delayNs) {

    public FaultPlan {
        probabilities = Map.copyOf(probabilities.isEmpty() ? Map.of() : new EnumMap<>(probabilities));
        if (probabilities.values().stream().anyMatch(p -> !(p >= 0 && p <= 1)) || delayNs < 0) {
            throw new TraceException("Probabilities of faults have to be from 0 to 1: " + probabilities + ".");
        }
    }

    /** Returns the fault of an instance, if any. */
    Optional<Fault> ofInstance(long id) {
        return draw("instance", id, true);
    }

    /** Returns the fault of an invocation, if any. */
    Optional<Fault> ofInvocation(long index) {
        return draw("invocation", index, false);
    }

    /** Returns a time from 0 to the delay, fixed for an instance. */
    long timeNs(long id) {
        return (long) (random("time", id).nextDouble() * delayNs);
    }

    private Optional<Fault> draw(String purpose, long item, boolean atStart) {
        SplittableRandom random = random(purpose, item);
        for (Fault fault : Fault.values()) {
            if (fault.concernsStart() == atStart && random.nextDouble() < probabilities.getOrDefault(fault, 0.0)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private SplittableRandom random(String purpose, long item) {
        return new SplittableRandom(Seeds.split(Seeds.split(seed, purpose), item));
    }
}
