package org.graalvisor.script.helper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.program.ScriptLanguage;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * Makes values and errors of the guest language, in the current context. GraalPy takes no bytes from Java in bulk, and errors of
 * Java are no {@code Exception} there, so both are made by expressions of the language itself, evaluated when first needed.
 */
final class GuestLanguage {
    private static final String JAVASCRIPT_BYTES = "buffer => new Uint8Array(new ArrayBuffer(buffer))";
    private static final String PYTHON_BYTES = "lambda text: text.encode('latin-1')";

    private final ScriptLanguage language;
    private final Map<String, Value> expressions = new HashMap<>();

    GuestLanguage(ScriptLanguage language) {
        this.language = language;
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

    /** A Uint8Array over these bytes, or a copy of them as Python bytes. */
    private Value bytes(byte[] bytes) {
        return switch (language) {
            case JAVASCRIPT -> evaluate(JAVASCRIPT_BYTES).execute(ByteBuffer.wrap(bytes));
            case PYTHON -> evaluate(PYTHON_BYTES).execute(new String(bytes, StandardCharsets.ISO_8859_1));
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
