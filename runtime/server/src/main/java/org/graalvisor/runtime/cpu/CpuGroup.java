package org.graalvisor.runtime.cpu;

/** A limit threads enter and leave. */
public interface CpuGroup {
    /** No limit at all. */
    CpuGroup UNLIMITED = new CpuGroup() {
        @Override
        public void enter() {
            // Nothing to enter.
        }

        @Override
        public void leave() {
            // Nothing to leave.
        }

        @Override
        public void close() {
            // Nothing to remove.
        }
    };

    /** Puts the calling thread under the limit. */
    void enter();

    /** Takes the calling thread out again. */
    void leave();

    /** Removes the limit. */
    void close();
}
