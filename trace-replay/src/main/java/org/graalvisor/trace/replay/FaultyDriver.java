package org.graalvisor.trace.replay;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Adds the faults of a plan to another driver. Its instances complete their stages on the loop's thread. */
public final class FaultyDriver implements InstanceDriver {
    private final EventLoop loop;
    private final InstanceDriver driver;
    private final FaultPlan plan;

    /**
     * @param loop where time passes
     * @param driver what works
     * @param plan what does not
     */
    public FaultyDriver(EventLoop loop, InstanceDriver driver, FaultPlan plan) {
        this.loop = loop;
        this.driver = driver;
        this.plan = plan;
    }

    @Override
    public CompletionStage<RunningInstance> start(InstanceRequest request) {
        Optional<Fault> fault = plan.ofInstance(request.id());
        if (fault.isEmpty()) {
            return driver.start(request).thenApply(FaultyInstance::new);
        }
        return switch (fault.get()) {
            case DISK_FULL -> CompletableFuture.failedFuture(new IllegalStateException("No space left on device"));
            case HANGING_START -> new CompletableFuture<>();
            case SLOW_START -> later(driver.start(request));
            case KILL -> driver.start(request).thenApply(running -> {
                FaultyInstance mortal = new FaultyInstance(running);
                loop.at(loop.nowNs() + plan.timeNs(request.id()), mortal::die);
                return mortal;
            });
            default -> throw new IllegalStateException(fault.get() + " is no fault of a start");
        };
    }

    private CompletionStage<RunningInstance> later(CompletionStage<RunningInstance> started) {
        return started.thenCompose(running -> {
            CompletableFuture<RunningInstance> slow = new CompletableFuture<>();
            loop.at(loop.nowNs() + plan.delayNs(), () -> slow.complete(new FaultyInstance(running)));
            return slow;
        });
    }

    private final class FaultyInstance implements RunningInstance {
        private final RunningInstance running;
        private final CompletableFuture<Void> died = new CompletableFuture<>();

        FaultyInstance(RunningInstance running) {
            this.running = running;
        }

        void die() {
            died.complete(null);
        }

        @Override
        public CompletionStage<InvocationReply> invoke(InvocationRequest request) {
            if (died.isDone()) {
                return CompletableFuture.failedFuture(new InstanceDiedException("the instance is dead"));
            }
            CompletionStage<InvocationReply> reply = running.invoke(request);
            Optional<Fault> fault = plan.ofInvocation(request.index());
            if (fault.isEmpty()) {
                return reply;
            }
            return switch (fault.get()) {
                case HANG -> new CompletableFuture<>();
                case WRONG_OUTPUT -> reply.thenApply(
                        right -> new InvocationReply(right.status(), false, right.execTimeUs()));
                case CRASH_BEFORE_REPLY -> reply.thenCompose(lost -> {
                    die();
                    return CompletableFuture.failedFuture(new InstanceDiedException("crashed before the reply"));
                });
                case CRASH_AFTER_REPLY -> reply.thenApply(right -> {
                    loop.execute(this::die);
                    return right;
                });
                default -> throw new IllegalStateException(fault.get() + " is no fault of an invocation");
            };
        }

        @Override
        public CompletionStage<Void> died() {
            return died;
        }

        @Override
        public CompletionStage<Void> stop() {
            return running.stop();
        }
    }
}
