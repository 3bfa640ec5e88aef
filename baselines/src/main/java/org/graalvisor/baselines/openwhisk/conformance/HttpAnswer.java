package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What a runtime answered.
 *
 * @param status HTTP status
 * @param body the body as text
 */
record HttpAnswer(int status, String body) {
    private static final int SHOWN_CHARACTERS = 300;

    /** The body as JSON. */
    JsonElement json() {
        try {
            return JsonParser.parseString(body);
        } catch (JsonParseException e) {
            throw new ConformanceFailure("the body has to be JSON, the answer was " + this);
        }
    }

    /** One member of the body as text. */
    String member(String name) {
        if (!(json() instanceof JsonObject object) || !object.has(name)) {
            throw new ConformanceFailure("the body has to be an object with the member " + name + ", the answer was "
                    + this);
        }
        JsonElement member = object.get(name);
        return member.isJsonPrimitive() ? member.getAsString() : member.toString();
    }

    @Override
    public String toString() {
        return "status " + status + ": " + (body.length() > SHOWN_CHARACTERS
                ? body.substring(0, SHOWN_CHARACTERS) + "… (" + body.length() + " characters)"
                : body);
    }
}
