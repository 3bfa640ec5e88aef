package org.graalvisor.harness.platform.openwhisk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What {@code /init} is given.
 *
 * @param main entry point
 * @param code source, or an archive in base64
 * @param isBinary whether it is an archive
 */
record ActionCode(String main, String code, boolean isBinary) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ActionCode archive(String main, byte[] bytes) {
        return new ActionCode(main, Base64.getEncoder().encodeToString(bytes), true);
    }

    static ActionCode source(String main, String source) {
        return new ActionCode(main, source, false);
    }

    /** Returns the body of the request. */
    byte[] initBody(String name) throws IOException {
        ObjectNode value = JSON.createObjectNode().put("name", name).put("main", main).put("code", code).put("binary",
                isBinary);
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("value", value));
    }

    /**
     * Returns the body of a request that runs the action.
     *
     * @param argumentJson UTF-8 encoded JSON
     */
    static byte[] runBody(byte[] argumentJson) {
        return ("{\"value\":" + new String(argumentJson, StandardCharsets.UTF_8) + "}").getBytes(
                StandardCharsets.UTF_8);
    }
}
