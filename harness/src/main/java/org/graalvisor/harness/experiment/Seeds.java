package org.graalvisor.harness.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One root seed, split by purpose, so that a new purpose never shifts the random numbers of another. */
public final class Seeds {
    /** Purpose: content of the file that filehashing fetches. */
    public static final String FILE_CONTENT = "file-content";

    private Seeds() {}

    /**
     * Returns the seed of a purpose.
     *
     * @param root root seed of the experiment
     * @param purpose name of what it is used for
     */
    public static long split(long root, String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((root + ":" + purpose).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
