package org.graalvisor.script;

import java.util.Optional;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.function.RefusedException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** One context of a function. Used by one thread at a time; any other may cancel it, also while it loads. */
final class ScriptContext {
    private final LanguageSupport language;
    private final Context context;
    private Optional<Value> entry = Optional.empty();

    ScriptContext(LanguageSupport language, Context context) {
        this.language = language;
        this.context = context;
    }

    /**
     * Evaluates the function's code.
     *
     * @throws RefusedException when it cannot be evaluated, or has no such entry point
     */
    void load(ProgramFiles files, String entryPoint) {
        try {
            Value scope = language.evaluate(context, files);
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
        context.close(true);
    }
}
