package org.graalvisor.script.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One HTTP exchange at a time. A context that is cancelled while it waits for a server ends when that wait does, so the timeouts
 * bound it.
 */
final class HttpHelper {
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int READ_TIMEOUT_MS = 10_000;
    /** Largest body accepted; an isolate's budget usually ends earlier. */
    private static final int MAX_BODY_BYTES = 256 << 20;

    Map<String, Object> get(Arguments arguments) {
        String url = arguments.text(0, "url");
        try {
            return answer(open(url), url);
        } catch (IOException e) {
            throw failed("GET", url, e);
        }
    }

    Map<String, Object> post(Arguments arguments) {
        String url = arguments.text(0, "url");
        byte[] body = arguments.bytes(1, "bytes");
        try {
            HttpURLConnection connection = open(url);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setDoOutput(true);
            // Not streamed: before streaming over a connection that was kept, the JDK listens for 1 ms whether it was closed.
            try (OutputStream output = connection.getOutputStream()) {
                output.write(body);
            }
            return answer(connection, url);
        } catch (IOException e) {
            throw failed("POST", url, e);
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new HelperException("'" + url + "' is no http:// or https:// URL");
        }
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_TIMEOUT_MS);
            connection.setReadTimeout(READ_TIMEOUT_MS);
            return connection;
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new HelperException("'" + url + "' is no URL that can be opened: " + e.getMessage());
        }
    }

    private static Map<String, Object> answer(HttpURLConnection connection, String url) throws IOException {
        int status = connection.getResponseCode();
        InputStream stream = status >= HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getErrorStream()
                : connection.getInputStream();
        if (stream == null) {
            return reply(status, new byte[0]);
        }
        try (stream) {
            byte[] body = stream.readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                connection.disconnect();
                throw new HelperException("the answer of " + url + " is longer than " + MAX_BODY_BYTES + " bytes");
            }
            return reply(status, body);
        }
    }

    private static Map<String, Object> reply(int status, byte[] body) {
        Supplier<String> text = () -> new String(body, StandardCharsets.UTF_8);
        return Map.of("status", status, "body", body, "text", text);
    }

    private static HelperException failed(String method, String url, IOException cause) {
        return new HelperException(method + " " + url + " failed: " + cause.getMessage());
    }
}
