package org.graalvisor.script.helper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * The arguments of one call of a helper.
 *
 * @param function called, for messages
 * @param values as guest code gave them
 */
record Arguments(String function, Value[] values) {

    int count() {
        return values.length;
    }

    /** A text. */
    String text(int index, String name) {
        Value value = value(index, name);
        if (!value.isString()) {
            throw wrong(name, "a string", value);
        }
        return value.asString();
    }

    /** A whole number between two bounds, both included. */
    int number(int index, String name, int least, int most) {
        Value value = value(index, name);
        if (!value.fitsInInt() || value.asInt() < least || value.asInt() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most, value);
        }
        return value.asInt();
    }

    /** Any texts, of which there has to be one. */
    List<String> texts(int index, String name) {
        Value value = value(index, name);
        List<String> texts = new ArrayList<>();
        if (value.hasArrayElements()) {
            for (long i = 0; i < value.getArraySize(); i++) {
                Value element = value.getArrayElement(i);
                if (!element.isString()) {
                    throw wrong(name + "[" + i + "]", "a string", element);
                }
                texts.add(element.asString());
            }
        }
        if (texts.isEmpty()) {
            throw wrong(name, "an array of strings that is not empty", value);
        }
        return texts;
    }

    /** Bytes of a buffer, of a view of one such as Uint8Array, or of a text in UTF-8. */
    byte[] bytes(int index, String name) {
        Value value = value(index, name);
        if (value.isString()) {
            return value.asString().getBytes(StandardCharsets.UTF_8);
        }
        if (value.hasBufferElements()) {
            return read(value, 0, value.getBufferSize());
        }
        Value buffer = value.hasMembers() && value.hasMember("byteLength") ? value.getMember("buffer") : value;
        if (buffer.hasBufferElements()) {
            return read(buffer, value.getMember("byteOffset").asLong(), value.getMember("byteLength").asLong());
        }
        throw wrong(name, "bytes or a string", value);
    }

    private static byte[] read(Value buffer, long offset, long length) {
        if (length > Integer.MAX_VALUE) {
            throw new HelperException(length + " bytes are more than one Java array holds");
        }
        byte[] bytes = new byte[(int) length];
        buffer.readBuffer(offset, bytes, 0, bytes.length);
        return bytes;
    }

    private Value value(int index, String name) {
        if (index >= values.length) {
            throw new HelperException("the argument '" + name + "' is missing; see docs/host-api.md");
        }
        return values[index];
    }

    private static HelperException wrong(String name, String expected, Value found) {
        return new HelperException("the argument '" + name + "' has to be " + expected + ", not " + Shown.of(found));
    }

    /** A value in a message. */
    private static final class Shown {
        private static final int MAX_CHARACTERS = 80;

        private Shown() {}

        static String of(Value value) {
            if (value.isString()) {
                return "a string";
            }
            String text = value.isNumber() ? value.toString() : "a value of type " + kind(value);
            return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) + "…" : text;
        }

        private static String kind(Value value) {
            Value type = value.getMetaObject();
            return type == null ? "unknown" : type.getMetaSimpleName();
        }
    }
}
