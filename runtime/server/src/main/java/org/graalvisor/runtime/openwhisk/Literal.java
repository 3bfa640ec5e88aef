package org.graalvisor.runtime.openwhisk;

import java.util.Map;
import java.util.stream.Collectors;

/** Texts as literals that mean the same in JavaScript, Python and JSON. */
final class Literal {
    private Literal() {}

    /** A string literal in double quotes. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> append(literal, point);
            }
        });
        return literal.append('"').toString();
    }

    /** An object or dictionary literal. */
    static String of(Map<String, String> texts) {
        return texts.entrySet().stream().map(entry -> of(entry.getKey()) + ":" + of(entry.getValue())).collect(
                Collectors
                        .joining(",", "{", "}"));
    }

    /** Control characters are escaped. A lone surrogate has no UTF-8 form, so it becomes the replacement character. */
    private static void append(StringBuilder literal, int point) {
        if (point < ' ') {
            literal.append(String.format("\\u%04x", point));
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            literal.append('\ufffd');
        } else {
            literal.appendCodePoint(point);
        }
    }
}
