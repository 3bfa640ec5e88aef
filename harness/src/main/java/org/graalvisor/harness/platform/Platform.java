package org.graalvisor.harness.platform;

/** A system under test that can be started any number of times, each time afresh. */
public interface Platform {

    /** Returns the name used in experiments and results. */
    String name();

    /** Tells whether this machine can run it. */
    Availability availability();

    /** Tells whether it can run a workload, named as in experiments. */
    boolean serves(String workload);

    /**
     * Starts it. The caller closes the session, also after a failure of any of its methods.
     *
     * @param request where it may write and which cores it may use
     * @throws SystemUnderTestException when it cannot be started
     */
    PlatformSession start(StartRequest request);
}
