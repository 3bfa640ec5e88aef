package org.graalvisor.workloads.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests to the data server. */
final class Http {
    private static final int TIMEOUT_MS = 10_000;

    private Http() {}

    /** GETs a resource; nothing when the answer is 404. */
    static Optional<byte[]> find(String url) throws IOException {
        HttpURLConnection connection = open(url);
        return connection.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND
                ? Optional.empty()
                : Optional.of(body(connection, url));
    }

    /** GETs a resource that has to be there. */
    static byte[] get(String url) throws IOException {
        return body(open(url), url);
    }

    /** GETs a resource that has to be there, without holding all of it; the caller closes the stream. */
    static InputStream stream(String url) throws IOException {
        return stream(open(url), url);
    }

    /** POSTs bytes to the data server and returns its answer: how many bytes it stored, and their SHA-256. */
    static JsonArguments store(String url, byte[] content) throws IOException {
        HttpURLConnection connection = open(url);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(content.length);
        try (OutputStream request = connection.getOutputStream()) {
            request.write(content);
        }
        return JsonArguments.parse(new String(body(connection, url), StandardCharsets.UTF_8));
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        // A kept connection has a thread that watches it for 5 s; tearing the isolate down waited 10 s for that thread.
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private static byte[] body(HttpURLConnection connection, String url) throws IOException {
        try (InputStream body = stream(connection, url)) {
            return body.readAllBytes();
        }
    }

    private static InputStream stream(HttpURLConnection connection, String url) throws IOException {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(url + " answered " + connection.getResponseCode());
        }
        return connection.getInputStream();
    }
}
