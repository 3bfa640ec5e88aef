package org.graalvisor.baselines.openwhisk.conformance;

import java.io.IOException;

/** Tries one item on one platform. */
@FunctionalInterface
public interface ConformanceCheck {

    /**
     * Tries it, in runtimes started for it alone.
     *
     * @throws ConformanceFailure when the platform does something else than expected
     * @throws IOException when a runtime cannot be started or talked to
     * @throws InterruptedException when the thread is interrupted
     */
    void run(ConformancePlatform platform) throws IOException, InterruptedException;
}
