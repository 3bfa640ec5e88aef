package org.graalvisor.runtime.openwhisk;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.runtime.function.FunctionContext;
import org.graalvisor.runtime.function.Reaper;
import org.graalvisor.runtime.function.RegisteredFunction;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.openwhisk.ActionState.LoadedAction;
import org.graalvisor.runtime.time.NanoClock;

/** What /init and /run do. */
final class ActionHandler {
    private final ActionDialect dialect;
    private final ActionLogs logs;
    private final boolean serialises;
    private final ActionLoader loader;
    private final Reaper reaper;
    private final NanoClock clock;
    private final ActionJson json;
    private final ActionState state;
    private final ReentrantLock oneInit = new ReentrantLock(true);
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    ActionHandler(ActionSettings settings, ActionLoader loader, Reaper reaper, NanoClock clock) {
        this.dialect = settings.dialect();
        this.logs = settings.logs();
        this.serialises = !settings.concurrent();
        this.loader = loader;
        this.reaper = reaper;
        this.clock = clock;
        this.json = new ActionJson(dialect);
        this.state = new ActionState(dialect, settings.concurrent());
    }

    /**
     * Loads the action.
     *
     * @throws ActionFailure when it cannot be loaded, or there is one
     */
    Reply init(byte[] body, Activation activation) {
        oneInit.lock();
        try {
            requireNoAction();
            InitRequest init = readInit(body);
            state.loaded(loader.load(init, activation));
            reaper.wake();
            return Reply.json(dialect.initialized().getBytes(StandardCharsets.UTF_8));
        } catch (UnloadableActionException e) {
            logs.error(e.getMessage());
            logs.sentinels();
            state.failed();
            throw dialect.unloadable(e.getMessage());
        } finally {
            oneInit.unlock();
        }
    }

    private void requireNoAction() {
        try {
            state.requireNoAction();
        } catch (ActionFailure failure) {
            logs.error(failure.getMessage());
            throw failure;
        }
    }

    private InitRequest readInit(byte[] body) {
        InitRequest init;
        try {
            init = json.init(body);
        } catch (ActionFailure failure) {
            logs.error(failure.getMessage());
            throw failure;
        }
        boolean mainless = init.main().isEmpty() && dialect == ActionDialect.JAVASCRIPT;
        if (init.code().length == 0 || mainless) {
            throw dialect.missingCode();
        }
        return init;
    }

    /**
     * Runs the action.
     *
     * @throws ActionFailure when there is none, it may not run now, or it fails
     */
    Reply run(byte[] body, Activation activation) {
        LoadedAction action = begin();
        try {
            RunRequest request = readRun(body);
            if (!serialises) {
                return activate(action, request, activation);
            }
            oneAtATime.lock();
            try {
                return activate(action, request, activation);
            } finally {
                oneAtATime.unlock();
            }
        } finally {
            state.end();
        }
    }

    private RunRequest readRun(byte[] body) {
        try {
            return json.run(body);
        } catch (ActionFailure failure) {
            logs.error(failure.getMessage());
            throw failure;
        }
    }

    private LoadedAction begin() {
        try {
            return state.begin();
        } catch (ActionFailure failure) {
            logs.error(failure.getMessage());
            throw failure;
        }
    }

    private Reply activate(LoadedAction action, RunRequest request, Activation activation) {
        RegisteredFunction function = action.function();
        if (activation.isExpired() || !function.enter()) {
            throw dialect.notInitialized();
        }
        FunctionContext context;
        boolean acquired = false;
        try {
            context = function.takeWarm().orElseGet(() -> function.create(activation));
            acquired = true;
        } finally {
            if (!acquired) {
                function.leave();
            }
        }
        reaper.wake();
        try {
            return reply(ActionReply.of(converse(function, context, action, request, activation)));
        } catch (ActionFailure failure) {
            logs.error(failure.getMessage());
            throw failure;
        } finally {
            logs.sentinels();
        }
    }

    /** Gives the context back, or away when it cannot be trusted any more. */
    private InvocationOutcome converse(RegisteredFunction function, FunctionContext context, LoadedAction action,
            RunRequest request, Activation activation) {
        long startNanos = clock.nanoTime();
        boolean usable = false;
        InvocationOutcome outcome = new InvocationOutcome.Threw("the activation was interrupted");
        try {
            outcome = new Conversation(context, activation).run(action.init(), ActionMessage.run(request));
            usable = outcome instanceof InvocationOutcome.Replied && !activation.isExpired();
        } finally {
            if (usable) {
                function.recycle(context, clock.nanoTime() - startNanos);
            } else if (outcome instanceof InvocationOutcome.OverBudget) {
                function.discardExhausted(context);
            } else {
                function.discard(context);
            }
        }
        return outcome;
    }

    private Reply reply(ActionReply reply) {
        return switch (reply.kind()) {
            case ActionReply.RESULT -> Reply.json(reply.text());
            case ActionReply.NO_OBJECT -> throw dialect.notAnObject();
            case ActionReply.EXITED -> {
                state.exited();
                loader.unload();
                throw dialect.exited();
            }
            case ActionReply.UNUSABLE -> throw dialect.seeLogs(reply.message());
            default -> {
                state.failed();
                throw dialect.threw(reply.message());
            }
        };
    }
}
