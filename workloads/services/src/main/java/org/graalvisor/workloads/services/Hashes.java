package org.graalvisor.workloads.services;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes in lower-case hexadecimal. */
final class Hashes {
    private Hashes() {}

    static String md5(byte[] bytes) {
        return hash("MD5", bytes);
    }

    static String sha256(byte[] bytes) {
        return hash("SHA-256", bytes);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
