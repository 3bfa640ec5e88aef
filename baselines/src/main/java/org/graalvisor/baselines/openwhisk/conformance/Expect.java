package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonElement;
import java.util.Objects;

/** What items compare with. */
final class Expect {
    private Expect() {}

    static void that(boolean holds, String failure) {
        if (!holds) {
            throw new ConformanceFailure(failure);
        }
    }

    static void equal(String what, Object expected, Object seen) {
        that(Objects.equals(expected, seen), what + " has to be " + shown(expected) + ", it is " + shown(seen));
    }

    static void success(String what, HttpAnswer answer) {
        that(answer.status() == 200, what + " has to succeed, the answer was " + answer);
    }

    static void refused(String what, HttpAnswer answer) {
        that(answer.status() != 200, what + " has to fail, the answer was " + answer);
    }

    static void echoed(JsonElement sent, HttpAnswer answer) {
        success("the echo", answer);
        equal("the echo", sent, answer.json());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > 300 ? text.substring(0, 300) + "… (" + text.length() + " characters)" : text;
    }
}
