package org.graalvisor.runtime.openwhisk;

/** An action's code that cannot be loaded; the message is for the action's author. */
final class UnloadableActionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnloadableActionException(String message) {
        super(message, null, false, false);
    }
}
