package org.graalvisor.baselines.openwhisk.hotspot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what /init and /run receive. */
final class JsonBody {
    private JsonBody() {}

    /**
     * Parses a body.
     *
     * @throws JsonParseException when it is not exactly one JSON object
     */
    static JsonObject parse(String body) {
        JsonReader reader = new JsonReader(new StringReader(body));
        reader.setStrictness(Strictness.STRICT);
        JsonElement parsed = JsonParser.parseReader(reader);
        try {
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("more follows the first JSON value");
            }
        } catch (IOException e) {
            throw new JsonParseException("more follows the first JSON value", e);
        }
        if (!parsed.isJsonObject()) {
            throw new JsonParseException("the body has to be a JSON object");
        }
        return parsed.getAsJsonObject();
    }

    /** The text of a field, if it is there and a text. */
    static Optional<String> text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** The variables an init asks for. */
    static Map<String, String> environment(JsonObject init) {
        Map<String, String> variables = new HashMap<>();
        if (init.get("env") instanceof JsonObject env) {
            env.entrySet().forEach(entry -> variables.put(entry.getKey(), asText(entry.getValue())));
        }
        return variables;
    }

    /** Every field of a run but the value, as the action sees it in its environment. */
    static Map<String, String> activation(JsonObject run) {
        Map<String, String> variables = new HashMap<>();
        run.entrySet().stream().filter(entry -> !entry.getKey().equals("value")).forEach(entry -> variables.put("__OW_"
                + entry.getKey().toUpperCase(Locale.ROOT), asText(entry.getValue())));
        return variables;
    }

    private static String asText(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
