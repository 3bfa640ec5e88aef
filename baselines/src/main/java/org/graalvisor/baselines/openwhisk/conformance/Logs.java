package org.graalvisor.baselines.openwhisk.conformance;

import java.util.List;

/**
 * What a runtime has logged.
 *
 * @param stdout lines of standard output
 * @param stderr lines of standard error
 */
record Logs(List<String> stdout, List<String> stderr) {
    static final String SENTINEL = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";

    static Logs of(String stdout, String stderr) {
        return new Logs(stdout.lines().toList(), stderr.lines().toList());
    }

    /** How often a line was logged to standard output. */
    long outCount(String line) {
        return stdout.stream().filter(line::equals).count();
    }

    /** How often a line was logged to standard error. */
    long errCount(String line) {
        return stderr.stream().filter(line::equals).count();
    }

    /** The smaller number of sentinels of the two streams. */
    long activations() {
        return Math.min(outCount(SENTINEL), errCount(SENTINEL));
    }

    /** Whether any line of either stream holds a text. */
    boolean mention(String text) {
        return stdout.stream().anyMatch(line -> line.contains(text)) || stderr.stream().anyMatch(line -> line.contains(
                text));
    }

    void requireSentinels(long count) {
        Expect.equal("the number of sentinels on standard output", count, outCount(SENTINEL));
        Expect.equal("the number of sentinels on standard error", count, errCount(SENTINEL));
        if (count > 0) {
            Expect.equal("the last line of standard output", SENTINEL, stdout.getLast());
            Expect.equal("the last line of standard error", SENTINEL, stderr.getLast());
        }
    }
}
