package org.graalvisor.trace.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much dirt was found.
 *
 * @param findings only kinds that occurred
 */
public record DirtReport(Map<Dirt, Finding> findings) {

    /**
     * One kind of dirt.
     *
     * @param count how often it occurred, at least once
     * @param firstPlace where it occurred first
     */
    public record Finding(long count, String firstPlace) {}

    public DirtReport {
        findings = Collections.unmodifiableMap(
                findings.isEmpty() ? new EnumMap<>(Dirt.class) : new EnumMap<>(findings));
    }

    /** Returns one without findings. */
    public static DirtReport clean() {
        return new DirtReport(Map.of());
    }

    /** Returns how often a kind occurred. */
    public long count(Dirt kind) {
        return findings.containsKey(kind) ? findings.get(kind).count() : 0;
    }

    /** Collects dirt while a trace is read. */
    public static final class Log {
        private final Map<Dirt, Finding> findings = new EnumMap<>(Dirt.class);

        /**
         * Counts one occurrence.
         *
         * @param kind what is wrong
         * @param place file and line, or the name of what is wrong
         */
        public void add(Dirt kind, String place) {
            findings.merge(kind, new Finding(1, place),
                    (before, now) -> new Finding(before.count() + 1, before.firstPlace()));
        }

        /** Returns what was counted so far. */
        public DirtReport report() {
            return new DirtReport(findings);
        }
    }
}
