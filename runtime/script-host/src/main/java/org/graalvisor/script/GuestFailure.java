package org.graalvisor.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.function.OverBudgetException;
import org.graalvisor.function.RefusedException;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Words for what went wrong in guest code. */
final class GuestFailure {
    /** More frames than a person reads. */
    private static final int MAX_FRAMES = 16;
    private static final int MAX_NAMES = 20;

    private GuestFailure() {}

    static RuntimeException atLoading(PolyglotException failure) {
        if (isOutOfMemory(failure)) {
            return new OverBudgetException();
        }
        if (failure.isInternalError()) {
            return engineFailure(failure);
        }
        SourceSection place = failure.getSourceLocation();
        String where = place == null
                ? ""
                : " in " + place.getSource().getName() + " at line " + place.getStartLine() + ", column " + place
                        .getStartColumn();
        return new RefusedException(failure.getMessage() + where);
    }

    static RuntimeException atRunning(PolyglotException failure) {
        if (isOutOfMemory(failure)) {
            return new OverBudgetException();
        }
        if (failure.isInternalError()) {
            return engineFailure(failure);
        }
        return new FunctionFailure(failure.getMessage() + trace(failure, PolyglotException.StackFrame::isGuestFrame));
    }

    /** A fault of the engine and not of the function: whoever looks into it needs the Java frames. */
    private static FunctionFailure engineFailure(PolyglotException failure) {
        return new FunctionFailure("the language engine failed: " + failure.getMessage() + trace(failure,
                frame -> true));
    }

    private static String trace(PolyglotException failure, Predicate<PolyglotException.StackFrame> shown) {
        return StreamSupport.stream(failure.getPolyglotStackTrace().spliterator(), false).filter(shown).limit(
                MAX_FRAMES).map(frame -> "\n    at " + frame.toString().strip()).collect(Collectors.joining());
    }

    static String noEntryPoint(Value scope, String entryPoint, Value found) {
        if (found != null) {
            return "the entry point '" + entryPoint + "' is no function but " + kindOf(found);
        }
        // Python's scope shows what every module sees, too.
        Optional<Value> builtins = Optional.ofNullable(scope.getMember("__builtins__"));
        List<String> names = scope.getMemberKeys().stream().filter(name -> !name.startsWith("__") && builtins.stream()
                .noneMatch(all -> all.hasMember(name)) && scope.getMember(name).canExecute()).sorted().limit(MAX_NAMES)
                .toList();
        return "there is no entry point '" + entryPoint + "'; the functions found are: " + (names.isEmpty()
                ? "none"
                : names.stream().collect(Collectors.joining(", ")));
    }

    /** GraalPy makes an exception of exhausted memory, which the function may catch; uncaught, it is what it was. */
    private static boolean isMemoryError(Optional<Value> exception) {
        return exception.map(Value::getMetaObject).filter(type -> type.getMetaSimpleName().equals("MemoryError"))
                .isPresent();
    }

    static String kindOf(Value value) {
        if (value.isNull()) {
            return "nothing";
        }
        if (value.isNumber()) {
            return "a number";
        }
        if (value.isBoolean()) {
            return "a boolean";
        }
        if (value.isString()) {
            return "a string";
        }
        return value.canExecute() ? "a function" : "an object";
    }

    private static boolean isOutOfMemory(PolyglotException failure) {
        // The other resource that runs out is the stack. The words for memory depend on what was allocated.
        boolean exhausted = failure.isResourceExhausted() && !String.valueOf(failure.getMessage()).contains("tack");
        return exhausted || (failure.isGuestException() && isMemoryError(Optional.ofNullable(failure
                .getGuestObject())));
    }
}
