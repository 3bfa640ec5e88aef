package org.graalvisor.runtime.http;

/** Byte-wise comparisons that know no locale. */
final class Ascii {
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private Ascii() {}

    /** Whether bytes[from, to) is {@code lowerCase}, ignoring the case of ASCII letters. */
    static boolean equalsIgnoreCase(String lowerCase, byte[] bytes, int from, int to) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int letter = bytes[from + i];
            if (letter >= 'A' && letter <= 'Z') {
                letter += 'a' - 'A';
            }
            if (letter != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes[from, to) is a token as RFC 9110 defines it. */
    static boolean isToken(byte[] bytes, int from, int to) {
        if (from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int letter = bytes[i];
            int lowerCase = letter | 0x20;
            boolean alphanumeric = (lowerCase >= 'a' && lowerCase <= 'z') || (letter >= '0' && letter <= '9');
            if (!alphanumeric && TOKEN_PUNCTUATION.indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }
}
