package org.graalvisor.script;

import java.util.Optional;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.function.RefusedException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** One context of a function. Used by one thread at a time; any other may cancel it, also while it is made or loads. */
final class ScriptContext {
    private final LanguageSupport language;
    private Optional<Context> context = Optional.empty();
    private Optional<Value> entry = Optional.empty();
    private boolean cancelled;

    ScriptContext(LanguageSupport language) {
        this.language = language;
    }

    /**
     * Makes it ready for code.
     *
     * @throws RefusedException when it was cancelled meanwhile
     */
    synchronized void begin(Context made) {
        if (cancelled) {
            made.close(true);
            throw new RefusedException("the function was cancelled before its code was loaded");
        }
        context = Optional.of(made);
    }

    /**
     * Evaluates the function's code.
     *
     * @throws RefusedException when it cannot be evaluated, or has no such entry point
     */
    void load(ProgramFiles files, String entryPoint) {
        try {
            Value scope = language.evaluate(opened(), files);
            Value found = scope.getMember(entryPoint);
            if (found == null || !found.canExecute()) {
                throw new RefusedException(GuestFailure.noEntryPoint(scope, entryPoint, found));
            }
            entry = Optional.of(found);
        } catch (PolyglotException e) {
            throw GuestFailure.atLoading(e);
        }
    }

    String invoke(String argumentsJson) {
        try {
            Value result = language.settle(entry.orElseThrow().execute(argumentsJson));
            if (!result.isString()) {
                throw new FunctionFailure("the function has to return a string of JSON; it returned "
                        + GuestFailure.kindOf(result));
            }
            return result.asString();
        } catch (PolyglotException e) {
            throw GuestFailure.atRunning(e);
        }
    }

    void cancel() {
        cancelledContext().ifPresent(begun -> begun.close(true));
    }

    private synchronized Optional<Context> cancelledContext() {
        cancelled = true;
        return context;
    }

    private synchronized Context opened() {
        return context.orElseThrow();
    }
}
