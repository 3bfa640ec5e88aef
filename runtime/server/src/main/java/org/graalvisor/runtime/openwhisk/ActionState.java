package org.graalvisor.runtime.openwhisk;

import java.util.Optional;
import org.graalvisor.runtime.function.RegisteredFunction;

/** Whether there is an action, and whether it may run now. Safe for several threads. */
final class ActionState {
    /** One of the states the Node.js proxy names in its replies. */
    enum Status {
        READY("ready"), RUNNING("running"), STOPPED("stopped");

        private final String label;

        Status(String label) {
            this.label = label;
        }
    }

    private final ActionDialect dialect;
    private final boolean refusesOverlap;
    private Status status = Status.READY;
    private Optional<LoadedAction> action = Optional.empty();
    private boolean initialized;

    /**
     * @param concurrent whether activations may overlap
     */
    ActionState(ActionDialect dialect, boolean concurrent) {
        this.dialect = dialect;
        this.refusesOverlap = dialect == ActionDialect.JAVASCRIPT && !concurrent;
    }

    /**
     * @throws ActionFailure when there was an init already, or one failed under the Node.js proxy
     */
    synchronized void requireNoAction() {
        if (initialized) {
            throw dialect.secondInit();
        }
        requireReady();
    }

    synchronized void loaded(LoadedAction loaded) {
        action = Optional.of(loaded);
        initialized = true;
    }

    /**
     * Begins an activation, which must {@link #end}.
     *
     * @throws ActionFailure when there is no action, or it may not run now
     */
    synchronized LoadedAction begin() {
        LoadedAction loaded = action.orElseThrow(dialect::notInitialized);
        requireReady();
        if (refusesOverlap) {
            status = Status.RUNNING;
        }
        return loaded;
    }

    synchronized void end() {
        if (status == Status.RUNNING) {
            status = Status.READY;
        }
    }

    /** The action failed; the Node.js proxy runs it no more. */
    synchronized void failed() {
        if (dialect == ActionDialect.JAVASCRIPT) {
            status = Status.STOPPED;
        }
    }

    /** The action ended its process, were it one of its own: there is none any more. */
    synchronized void exited() {
        action = Optional.empty();
    }

    private void requireReady() {
        if (status != Status.READY) {
            throw dialect.notReady(status.label);
        }
    }

    /**
     * An action that can be invoked.
     *
     * @param function its contexts
     * @param init what it was made of, for contexts that have to be told
     */
    record LoadedAction(RegisteredFunction function, byte[] init) {}
}
