package org.graalvisor.runtime.openwhisk;

import java.util.Arrays;
import java.util.Optional;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.function.FunctionSpec;

/** The language of a runtime's action, and how OpenWhisk's own proxy for that language replies: statuses and texts differ. */
public enum ActionDialect {
    /** OpenWhisk's Java proxy: one status for all errors. */
    JAVA(FunctionSpec.JAVA, "OK", 502),
    /** OpenWhisk's Node.js proxy. */
    JAVASCRIPT(ScriptLanguage.JAVASCRIPT.id(), "{\"OK\":true}", 403),
    /** OpenWhisk's Python proxy. */
    PYTHON(ScriptLanguage.PYTHON.id(), "{\"ok\":true}\n", 403);

    private static final int BAD_GATEWAY = 502;

    private final String id;
    private final String initialized;
    private final int wrongInitStatus;

    ActionDialect(String id, String initialized, int wrongInitStatus) {
        this.id = id;
        this.initialized = initialized;
        this.wrongInitStatus = wrongInitStatus;
    }

    /** The dialect of that name: java, javascript or python. */
    public static Optional<ActionDialect> find(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }

    /** The language's name on the command line and in registrations. */
    public String id() {
        return id;
    }

    /** The body that says that an init succeeded. */
    String initialized() {
        return initialized;
    }

    ActionFailure missingCode() {
        return new ActionFailure(wrongInitStatus, "Missing main/no code to execute.");
    }

    ActionFailure secondInit() {
        return new ActionFailure(wrongInitStatus, "Cannot initialize the action more than once.");
    }

    ActionFailure notInitialized() {
        return switch (this) {
            case JAVA -> new ActionFailure(BAD_GATEWAY, "Cannot invoke an uninitialized action.");
            case JAVASCRIPT -> new ActionFailure(403, "System not initialized.");
            case PYTHON -> new ActionFailure(500, "no action defined yet");
        };
    }

    /** Only the Node.js proxy has such a state: after an action threw, or while one runs. */
    ActionFailure notReady(String status) {
        return new ActionFailure(wrongInitStatus, "System not ready, status is " + status + ".");
    }

    ActionFailure badJson(String reason) {
        return switch (this) {
            case JAVA -> seeLogs(reason);
            case JAVASCRIPT -> new ActionFailure(500, "Bad request.");
            case PYTHON -> new ActionFailure(400, "Error unmarshaling request: " + reason);
        };
    }

    /** The argument of an activation is neither object nor array. */
    ActionFailure badArgument() {
        return switch (this) {
            case JAVA -> seeLogs("java.lang.IllegalArgumentException: the field value has to be an object or an array");
            case JAVASCRIPT -> new ActionFailure(403,
                    "Internal system error: the argument must be a dictionary or an array.");
            case PYTHON -> new ActionFailure(400, "Error unmarshaling request: value must be an object or an array");
        };
    }

    ActionFailure unloadable(String reason) {
        return switch (this) {
            case JAVA -> seeLogs(reason);
            case JAVASCRIPT -> new ActionFailure(BAD_GATEWAY, "Initialization has failed due to: " + reason);
            case PYTHON -> new ActionFailure(BAD_GATEWAY, "Cannot start action. Check logs for details.");
        };
    }

    /** What the action threw is a result under Python's proxy, and an error under the others. */
    ActionFailure threw(String what) {
        return switch (this) {
            case JAVA -> new ActionFailure(BAD_GATEWAY,
                    "An error has occurred while invoking the action (see logs for details): " + what);
            case JAVASCRIPT -> new ActionFailure(BAD_GATEWAY, "An error has occurred: " + what);
            case PYTHON -> new ActionFailure(200, what);
        };
    }

    ActionFailure notAnObject() {
        return switch (this) {
            case JAVA -> seeLogs("java.lang.NullPointerException: The action returned null");
            case JAVASCRIPT -> new ActionFailure(BAD_GATEWAY, "The action did not return a dictionary.");
            case PYTHON -> new ActionFailure(BAD_GATEWAY, "The action did not return a dictionary or array.");
        };
    }

    ActionFailure exited() {
        return new ActionFailure(400, "command exited");
    }

    ActionFailure seeLogs(String reason) {
        return new ActionFailure(BAD_GATEWAY, "An error has occurred (see logs for details): " + reason);
    }
}
