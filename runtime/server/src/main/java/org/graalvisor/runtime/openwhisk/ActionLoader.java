package org.graalvisor.runtime.openwhisk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.UnloadableLibraryException;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.function.CodeFile;
import org.graalvisor.runtime.function.CodeStore;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.FunctionContext;
import org.graalvisor.runtime.function.FunctionSpec;
import org.graalvisor.runtime.function.ProgramLoadException;
import org.graalvisor.runtime.function.RegisteredFunction;
import org.graalvisor.runtime.openwhisk.ActionState.LoadedAction;

/** Makes a function of the action that an init brings. */
final class ActionLoader {
    private static final String ID = "action";
    /** Actions may open connections, as in their own containers; in a container they may read nothing of the runtime's. */
    private static final String GRANTS = "net";

    private final ActionSettings settings;
    private final FunctionCache cache;
    private final CodeStore store;
    private final long loadMs;
    private final ActionProgram program;

    /**
     * @param loadMs most milliseconds an action may take to load
     */
    ActionLoader(ActionSettings settings, FunctionCache cache, CodeStore store, long loadMs) {
        this.settings = settings;
        this.cache = cache;
        this.store = store;
        this.loadMs = loadMs;
        this.program = ActionProgram.of(settings.dialect());
    }

    /**
     * Loads an action.
     *
     * @param activation stops the action's code at the deadline of the init
     * @throws UnloadableActionException when its code is broken, naming the reason
     * @throws RequestException when the runtime cannot run it
     */
    LoadedAction load(InitRequest init, Activation activation) {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(init.environment());
        byte[] message = ActionMessage.init(environment, init.main());
        try {
            RegisteredFunction function = register(program.code(init, environment));
            if (settings.dialect() == ActionDialect.JAVA) {
                introduce(function, message, activation);
            }
            return new LoadedAction(function, message);
        } catch (UnloadableLibraryException e) {
            throw new UnloadableActionException(e.toString());
        } catch (ProgramLoadException e) {
            throw new UnloadableActionException(e.getMessage());
        } catch (IOException e) {
            throw new UnloadableActionException("the action's code cannot be kept: " + e);
        }
    }

    private RegisteredFunction register(byte[] code) throws IOException {
        CodeFile file = store.create();
        boolean written = false;
        try {
            file.write(code, 0, code.length);
            written = true;
        } finally {
            if (!written) {
                file.delete();
            }
        }
        FunctionSpec spec = new FunctionSpec(ID, ActionProgram.ENTRY_POINT, settings.dialect().id(), settings
                .memoryBytes(), OptionalLong.empty(), settings.dialect() == ActionDialect.JAVA ? "" : GRANTS);
        return cache.registerReady(spec, file, loadMs, settings.concurrent());
    }

    /** Tells the first context of a compiled action which of its classes is meant, which may be none. */
    private void introduce(RegisteredFunction function, byte[] message, Activation activation) {
        function.enter();
        FunctionContext context = function.takeWarm().orElseGet(() -> function.create(activation));
        boolean loaded = false;
        String problem = "";
        try {
            InvocationOutcome outcome = new Conversation(context, activation).say(message);
            ActionReply reply = ActionReply.of(outcome);
            loaded = reply.kind() == ActionReply.RESULT;
            problem = reply.kind() == ActionReply.UNUSABLE
                    ? reply.message()
                    : "java.lang.IllegalArgumentException: the library is no action; make it with 'graalvisor compile-action'";
        } finally {
            if (loaded) {
                function.recycle(context, function.typicalNanos());
            } else {
                function.discard(context);
                cache.deregister(ID);
            }
        }
        if (!loaded) {
            throw new UnloadableActionException(problem);
        }
    }

    /** The action is gone. */
    void unload() {
        cache.deregister(ID);
    }
}
