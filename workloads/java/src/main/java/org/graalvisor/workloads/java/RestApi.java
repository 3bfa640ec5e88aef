package org.graalvisor.workloads.java;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Logs a user in: fetches the user's record from a REST back-end and compares the hash of the password. The paper's function does
 * an HTTP request; the login is that of the Photons benchmarks, with the back-end in place of their database.
 */
public final class RestApi {
    private RestApi() {}

    /**
     * Logs in.
     *
     * @param argumentsJson {@code {"url":"http://…/users","username":"…","password":"…"}}
     * @return {@code {"login":true,"email":"…","exec_time_us":t}}, or {@code {"login":false,"exec_time_us":t}} for an unknown
     *         user or a wrong password
     * @throws IOException when the back-end cannot be reached or fails
     */
    public static String main(String argumentsJson) throws IOException {
        long startNs = System.nanoTime();
        JsonArguments arguments = JsonArguments.parse(argumentsJson);
        String user = URLEncoder.encode(arguments.text("username"), StandardCharsets.UTF_8);
        Optional<JsonArguments> found = Http.find(arguments.text("url") + "/" + user)
                .map(body -> JsonArguments.parse(new String(body, StandardCharsets.UTF_8)))
                .filter(candidate -> isRight(candidate, arguments.text("password")));
        String login = found.map(granted -> "{\"login\":true,\"email\":\"" + granted.text("email") + "\"").orElse(
                "{\"login\":false");
        return login + ",\"exec_time_us\":" + (System.nanoTime() - startNs) / 1000 + "}";
    }

    private static boolean isRight(JsonArguments user, String password) {
        byte[] typed = sha256().digest((user.text("salt") + password).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(typed, HexFormat.of().parseHex(user.text("password_sha256")));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
