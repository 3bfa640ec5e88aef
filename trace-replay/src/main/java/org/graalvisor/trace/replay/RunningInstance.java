package org.graalvisor.trace.replay;

import java.util.concurrent.CompletionStage;

/** An instance that takes invocations. */
public interface RunningInstance {

    /**
     * Sends an invocation.
     *
     * @return the reply; exceptionally when there will be none, with {@link InstanceDiedException} when the instance is
     * gone
     */
    CompletionStage<InvocationReply> invoke(InvocationRequest request);

    /** Completes when the instance ends without having been asked to. */
    CompletionStage<Void> died();

    /** Ends it, in whatever state it is; completes when nothing of it is left. */
    CompletionStage<Void> stop();
}
