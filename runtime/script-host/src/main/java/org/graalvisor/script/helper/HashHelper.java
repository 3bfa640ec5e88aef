package org.graalvisor.script.helper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes bytes. */
final class HashHelper {
    /** What every Java platform has, and a native image without further configuration. */
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256");

    private HashHelper() {}

    static String hash(Arguments arguments) {
        String algorithm = arguments.text(0, "algorithm");
        if (!ALGORITHMS.contains(algorithm)) {
            throw new HelperException("there is no algorithm '" + algorithm + "', only " + String.join(", ",
                    ALGORITHMS));
        }
        byte[] bytes = arguments.bytes(1, "bytes");
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
