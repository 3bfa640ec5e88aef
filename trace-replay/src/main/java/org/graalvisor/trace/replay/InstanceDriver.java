package org.graalvisor.trace.replay;

import java.util.concurrent.CompletionStage;

/** Starts instances of one system under test. Methods return at once; stages may be completed by any thread. */
public interface InstanceDriver {

    /**
     * Starts an instance.
     *
     * @param request what is needed
     * @return the instance once it takes invocations; exceptionally, with the reason, when it cannot be started, and then
     * nothing of it is left behind
     */
    CompletionStage<RunningInstance> start(InstanceRequest request);
}
