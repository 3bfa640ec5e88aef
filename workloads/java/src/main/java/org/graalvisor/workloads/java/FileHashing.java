package org.graalvisor.workloads.java;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fetches a file over HTTP and hashes it with MD5 (Table 1, from the Photons benchmarks; 2 MiB there). */
public final class FileHashing {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileHashing() {}

    /**
     * Hashes a file.
     *
     * @param argumentsJson {@code {"url":"http://…"}}
     * @return {@code {"hash":"…","bytes":n,"exec_time_us":t}}, the hash in lower-case hexadecimal digits
     * @throws IOException when the file cannot be fetched
     */
    public static String main(String argumentsJson) throws IOException {
        long startNs = System.nanoTime();
        MessageDigest digest = md5();
        long bytes = 0;
        try (InputStream body = Http.stream(JsonArguments.parse(argumentsJson).text("url"))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        }
        return "{\"hash\":\"" + HexFormat.of().formatHex(digest.digest()) + "\",\"bytes\":" + bytes
                + ",\"exec_time_us\":"
                + (System.nanoTime() - startNs) / 1000 + "}";
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
