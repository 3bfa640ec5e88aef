package org.graalvisor.baselines.openwhisk.conformance;

/**
 * What became of one item on one platform.
 *
 * @param platform name of the platform
 * @param item the item
 * @param outcome how it ended
 * @param detail why, empty when passed
 */
public record ConformanceResult(String platform, ConformanceItem item, Outcome outcome, String detail) {

    /** How an item ended. */
    public enum Outcome {
        PASSED, FAILED, UNAVAILABLE
    }

    /** One line for people. */
    public String line() {
        String state = switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED: " + detail.replace('\n', ' ');
            case UNAVAILABLE -> "unavailable: " + detail;
        };
        return platform + "  " + item + "  " + state;
    }
}
