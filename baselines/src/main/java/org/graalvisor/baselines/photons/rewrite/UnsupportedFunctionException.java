package org.graalvisor.baselines.photons.rewrite;

import java.util.List;

/** A function cannot be run with isolated invocations, or not at all. */
public final class UnsupportedFunctionException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /**
     * @param problems what stands against it, each naming class and member
     */
    public UnsupportedFunctionException(List<String> problems) {
        super(String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
                + (problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : ""));
    }

    /**
     * @param problem what stands against it
     */
    public UnsupportedFunctionException(String problem) {
        super(problem);
    }
}
