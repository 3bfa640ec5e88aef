package org.graalvisor.harness.platform;

import java.util.Optional;

/** A system under test that can be started any number of times, each time afresh. */
public interface Platform {

    /** Returns the name used in experiments and results. */
    String name();

    /** Tells whether this machine can run it. */
    Availability availability();

    /** Tells whether it can run a workload, named as in experiments. */
    boolean serves(String workload);

    /**
     * Tells why this machine cannot run a workload here, although the platform speaks its language.
     *
     * @param workload one that it serves
     * @return what is missing and what to do about it, nothing when it can
     */
    default Optional<String> problem(String workload) {
        return Optional.empty();
    }

    /**
     * Starts it. The caller closes the session, also after a failure of any of its methods.
     *
     * @param request where it may write and which cores it may use
     * @throws SystemUnderTestException when it cannot be started
     */
    PlatformSession start(StartRequest request);
}
