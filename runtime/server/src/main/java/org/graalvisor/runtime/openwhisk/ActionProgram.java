package org.graalvisor.runtime.openwhisk;

import java.util.Map;

/** Makes of an action what the function cache takes. The wrapper around the action speaks {@link ActionMessage}. */
interface ActionProgram {

    /** The wrapper's function that takes the messages. */
    String ENTRY_POINT = "__owInvoke";

    /**
     * The code of a function.
     *
     * @param init the action
     * @param environment all variables the action sees while it loads
     * @throws UnloadableActionException when the action's archive is broken
     */
    byte[] code(InitRequest init, Map<String, String> environment);

    /** How actions of a language are wrapped. */
    static ActionProgram of(ActionDialect dialect) {
        return switch (dialect) {
            case JAVA -> (init, environment) -> init.code();
            case JAVASCRIPT -> new JavaScriptProgram();
            case PYTHON -> new PythonProgram();
        };
    }
}
