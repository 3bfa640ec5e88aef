package org.graalvisor.trace;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {

    /**
     * Some of the work is done. Called often enough for a bar, rarely enough to cost nothing.
     *
     * @param stage what is being done
     * @param done units done, at most {@code total}
     * @param total units of the whole stage
     */
    void advance(String stage, long done, long total);

    /** Returns one that nobody listens to. */
    static Progress unheard() {
        return (stage, done, total) -> {};
    }
}
