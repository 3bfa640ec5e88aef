package org.graalvisor.script.helper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvisor.program.ScriptLanguage;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * Makes values and errors of the guest language, in the current context. Errors of Java are no {@code Exception} there, so they
 * are made by expressions of the language itself, evaluated when first needed.
 */
final class GuestLanguage {
    private static final String JAVASCRIPT_BYTES = "buffer => new Uint8Array(new ArrayBuffer(buffer))";

    private final ScriptLanguage language;
    private final Function<byte[], Object> buffers;
    private final Map<String, Value> expressions = new HashMap<>();

    /**
     * @param language of the guest
     * @param buffers what the language takes bytes as
     */
    GuestLanguage(ScriptLanguage language, Function<byte[], Object> buffers) {
        this.language = language;
        this.buffers = buffers;
    }

    /** An error guest code can catch and whose message is this text. */
    RuntimeException error(String message) {
        return switch (language) {
            case JAVASCRIPT -> evaluate("Error").newInstance(message).throwException();
            case PYTHON -> evaluate("RuntimeError").execute(message).throwException();
        };
    }

    /** The guest's form of a text, number, array of bytes, list or map. */
    Object toGuest(Object result) {
        return switch (result) {
            case byte[] bytes -> bytes(bytes);
            case Map<?, ?> map -> object(map);
            case List<?> list -> ProxyArray.fromList(list.stream().map(this::toGuest).toList());
            default -> result;
        };
    }

    /** A Uint8Array over these bytes, or Python's bytes. */
    private Object bytes(byte[] bytes) {
        Object buffer = buffers.apply(bytes);
        return switch (language) {
            case JAVASCRIPT -> evaluate(JAVASCRIPT_BYTES).execute(buffer);
            case PYTHON -> buffer;
        };
    }

    private FixedObject object(Map<?, ?> map) {
        Map<String, Object> members = new HashMap<>();
        map.forEach((key, value) -> members.put((String) key, toGuest(value)));
        return new FixedObject(members);
    }

    private Value evaluate(String expression) {
        return expressions.computeIfAbsent(expression, text -> Context.getCurrent().eval(Source.newBuilder(language
                .polyglotId(), text, "graalvisor").internal(true).buildLiteral()));
    }
}
