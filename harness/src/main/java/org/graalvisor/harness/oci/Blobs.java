package org.graalvisor.harness.oci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The blobs of a layout: files named by the hash of their content. */
final class Blobs {
    private static final String ALGORITHM = "sha256";
    /** Temporary files are their owner's alone; whoever takes the image away may be another. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path directory;

    private Blobs(Path directory) {
        this.directory = directory;
    }

    static Blobs below(Path layout) throws IOException {
        return new Blobs(Files.createDirectories(layout.resolve("blobs").resolve(ALGORITHM)));
    }

    /** Writes into a blob's file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    Descriptor add(String mediaType, Content content) throws IOException {
        Path partial = Files.createTempFile(directory, ".partial-", "");
        try {
            MessageDigest hash = sha256();
            try (OutputStream file = Files.newOutputStream(partial);
                    DigestOutputStream output = new DigestOutputStream(
                            file, hash)) {
                content.writeTo(output);
            }
            String hexadecimal = HexFormat.of().formatHex(hash.digest());
            long sizeBytes = Files.size(partial);
            Files.setPosixFilePermissions(partial, READABLE);
            Files.move(partial, directory.resolve(hexadecimal), StandardCopyOption.REPLACE_EXISTING);
            return new Descriptor(mediaType, ALGORITHM + ":" + hexadecimal, sizeBytes);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A digest as descriptors hold it. */
    static String digest(MessageDigest hash) {
        return ALGORITHM + ":" + HexFormat.of().formatHex(hash.digest());
    }
}
