package org.graalvisor.trace.manage;

/** Hears of the end of every invocation. */
@FunctionalInterface
public interface ManagerListener {

    /**
     * An invocation ended. Its slot can be read during this call only.
     *
     * @param slot the invocation, see {@link ResourceManager#invocations}
     * @param ending how
     * @param nowUs when
     */
    void ended(int slot, Ending ending, long nowUs);
}
