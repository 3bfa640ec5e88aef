package org.graalvisor.trace.manage;

import java.util.List;
import org.graalvisor.trace.TraceException;

/** Policies by name. */
public final class Policies {
    /** Instance size of consolidating policies in the paper: 2 GB. */
    public static final long PAPER_INSTANCE_BYTES = 2L << 30;

    private static final List<String> NAMES = List.of(OpenWhiskPolicy.NAME, PhotonsPolicy.NAME, GraalvisorPolicy.NAME);

    private Policies() {}

    /** Returns all names, in the paper's order. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns a policy.
     *
     * @param name one of {@link #names}
     * @param instanceBytes size of instances that are not sized to a function
     */
    public static Policy named(String name, long instanceBytes) {
        return switch (name) {
            case OpenWhiskPolicy.NAME -> new OpenWhiskPolicy();
            case PhotonsPolicy.NAME -> new PhotonsPolicy(instanceBytes);
            case GraalvisorPolicy.NAME -> new GraalvisorPolicy(instanceBytes);
            default -> throw new TraceException("There is no policy '" + name + "'; valid: " + String.join(", ", NAMES)
                    + ".");
        };
    }
}
