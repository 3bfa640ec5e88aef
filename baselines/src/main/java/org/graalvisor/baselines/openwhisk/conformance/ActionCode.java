package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Map;

/**
 * An action as /init takes it.
 *
 * @param main the entry point
 * @param code source text, or base64 of an archive
 * @param binary whether the code is base64
 */
public record ActionCode(String main, String code, boolean binary) {

    /** An action that is source text with the entry point main. */
    public static ActionCode source(String code) {
        return new ActionCode("main", code, false);
    }

    /** An action that is an archive. */
    public static ActionCode archive(String main, byte[] bytes) {
        return new ActionCode(main, Base64.getEncoder().encodeToString(bytes), true);
    }

    /** The same code with another entry point. */
    public ActionCode withMain(String otherMain) {
        return new ActionCode(otherMain, code, binary);
    }

    /** The body of /init. */
    JsonObject toInit(Map<String, String> environment) {
        JsonObject value = new JsonObject();
        value.addProperty("name", "conformance");
        value.addProperty("main", main);
        value.addProperty("code", code);
        value.addProperty("binary", binary);
        JsonObject env = new JsonObject();
        environment.forEach(env::addProperty);
        value.add("env", env);
        JsonObject body = new JsonObject();
        body.add("value", value);
        return body;
    }
}
