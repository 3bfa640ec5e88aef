package org.graalvisor.trace.replay;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.graalvisor.trace.simulate.CostModel;

/**
 * Imitates instances by waiting on the loop: the null platform when its costs are 0. What it does is known exactly, so it
 * tests the replay itself. Used on the loop's thread only.
 */
public final class ImitatedDriver implements InstanceDriver {
    private static final int OK = 200;
    private static final long NS_PER_US = 1000;

    private final EventLoop loop;
    private final CostModel costs;
    private long running;

    /**
     * @param loop where time passes
     * @param costs how long starting and invoking take
     */
    public ImitatedDriver(EventLoop loop, CostModel costs) {
        this.loop = loop;
        this.costs = costs;
    }

    /** Returns how many instances were started and not stopped. */
    public long running() {
        return running;
    }

    @Override
    public CompletionStage<RunningInstance> start(InstanceRequest request) {
        running++;
        CompletableFuture<RunningInstance> started = new CompletableFuture<>();
        loop.at(loop.nowNs() + costs.coldStartUs() * NS_PER_US, () -> started.complete(new Imitation()));
        return started;
    }

    private final class Imitation implements RunningInstance {
        private final CompletableFuture<Void> died = new CompletableFuture<>();

        @Override
        public CompletionStage<InvocationReply> invoke(InvocationRequest request) {
            CompletableFuture<InvocationReply> reply = new CompletableFuture<>();
            loop.at(loop.nowNs() + costs.serviceUs(request.durationUs(), request.memoryBytes()) * NS_PER_US, () -> reply
                    .complete(new InvocationReply(OK, true, OptionalLong.of(request.durationUs()))));
            return reply;
        }

        @Override
        public CompletionStage<Void> died() {
            return died;
        }

        @Override
        public CompletionStage<Void> stop() {
            running--;
            return CompletableFuture.completedFuture(null);
        }
    }
}
