package org.graalvisor.workloads.catalogue.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A function's answer.
 *
 * @param json an object
 */
record Reply(JsonNode json) {

    static Reply parse(String text) {
        try {
            JsonNode json = new JsonMapper().readTree(text);
            if (json.isObject()) {
                return new Reply(json);
            }
            throw new WrongOutputException("the reply is no JSON object: " + shortened(text));
        } catch (JsonProcessingException e) {
            throw new WrongOutputException("the reply is no JSON: " + e.getOriginalMessage());
        }
    }

    String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new WrongOutputException("the reply has no text '" + name + "': " + shortened(json.toString()));
        }
        return value.textValue();
    }

    long number(String name) {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber()) {
            throw new WrongOutputException("the reply has no whole number '" + name + "': " + shortened(json
                    .toString()));
        }
        return value.longValue();
    }

    boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isBoolean()) {
            throw new WrongOutputException("the reply has no flag '" + name + "': " + shortened(json.toString()));
        }
        return value.booleanValue();
    }

    /** Every function but the Java greeting says how long it ran. */
    void requireTime() {
        if (number("exec_time_us") < 0) {
            throw new WrongOutputException("exec_time_us is negative: " + number("exec_time_us"));
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
