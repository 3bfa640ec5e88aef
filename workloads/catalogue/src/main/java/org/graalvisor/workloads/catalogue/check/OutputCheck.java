package org.graalvisor.workloads.catalogue.check;

import java.util.Optional;

/** Tells whether a function's answer is correct. Safe for several threads. */
@FunctionalInterface
public interface OutputCheck {

    /**
     * Looks at one answer.
     *
     * @param replyJson what the function returned
     * @return what is wrong with it; nothing when it is correct
     */
    Optional<String> problem(String replyJson);
}
