package org.graalvisor.trace.manage;

/**
 * Starts and stops instances and runs invocations on them. Every method returns at once; the outcome is reported to the
 * manager later, on the manager's thread, and never from within the call.
 */
public interface InstanceProvider {

    /**
     * Begins to start an instance. Ends in {@link ResourceManager#instanceReady} or
     * {@link ResourceManager#instanceFailed}.
     */
    void start(Instance instance);

    /**
     * Begins an invocation. Ends in {@link ResourceManager#invocationEnded}, or with the failure of the instance.
     *
     * @param instance one that is ready
     * @param slot the invocation, see {@link ResourceManager#invocations}
     */
    void invoke(Instance instance, int slot);

    /**
     * Begins to stop an instance, which has no invocations any more. Nothing is reported for it afterwards; its
     * {@link Instance#index} may be given to another instance.
     */
    void stop(Instance instance);
}
