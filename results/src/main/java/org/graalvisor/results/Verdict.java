package org.graalvisor.results;

import java.util.ArrayList;
import java.util.List;

/**
 * How far data may be trusted.
 *
 * @param level the judgement
 * @param reasons why it is not {@link Level#VALID}; empty exactly when it is
 */
public record Verdict(Level level, List<String> reasons) {

    /** From best to worst. */
    public enum Level {
        /** Every rule of measurement was kept. */
        VALID,
        /** Usable, but marked wherever it is shown. */
        DEGRADED,
        /** Must not enter a figure or a claim. */
        INVALID
    }

    public Verdict {
        reasons = List.copyOf(reasons);
        if ((level == Level.VALID) != reasons.isEmpty()) {
            throw new IllegalArgumentException("Verdict " + level + " with reasons " + reasons
                    + ": VALID has none, DEGRADED and INVALID have at least one");
        }
    }

    /** Every rule of measurement was kept. */
    public static Verdict valid() {
        return new Verdict(Level.VALID, List.of());
    }

    /**
     * Usable, but marked wherever it is shown.
     *
     * @param reasons at least one
     */
    public static Verdict degraded(String... reasons) {
        return new Verdict(Level.DEGRADED, List.of(reasons));
    }

    /**
     * Must not enter a figure or a claim.
     *
     * @param reasons at least one
     */
    public static Verdict invalid(String... reasons) {
        return new Verdict(Level.INVALID, List.of(reasons));
    }

    /** The worse level of both, with the reasons of both, each once. */
    public Verdict and(Verdict other) {
        Level worse = level.compareTo(other.level) >= 0 ? level : other.level;
        List<String> all = new ArrayList<>(reasons);
        other.reasons.stream().filter(reason -> !all.contains(reason)).forEach(all::add);
        return new Verdict(worse, all);
    }

    /** As printed: {@code VALID} or {@code DEGRADED(first reason; second reason)}. */
    @Override
    public String toString() {
        return level == Level.VALID ? "VALID" : level + "(" + String.join("; ", reasons) + ")";
    }
}
