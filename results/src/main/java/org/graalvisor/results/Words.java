package org.graalvisor.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants as lower-case words, independent of the default locale. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> of(constant).equals(word)).findFirst();
    }

    static <E extends Enum<E>> String expected(Class<E> type) {
        return "expected one of " + Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }
}
