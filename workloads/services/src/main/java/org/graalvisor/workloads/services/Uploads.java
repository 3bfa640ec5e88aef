package org.graalvisor.workloads.services;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was uploaded last, each content once: a function that answers the same thing ten thousand times is kept once. Safe for
 * several threads.
 */
final class Uploads {
    private static final long MAX_KEPT_BYTES = 256L << 20;

    private final Map<String, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;
    private long count;

    /**
     * Keeps a content, if need be in place of those not seen for longest.
     *
     * @return its SHA-256
     */
    String keep(byte[] content) {
        String sha256 = Hashes.sha256(content);
        synchronized (this) {
            count++;
            if (contents.put(sha256, content) == null) {
                keptBytes += content.length;
            }
            Iterator<byte[]> oldest = contents.values().iterator();
            while (keptBytes > MAX_KEPT_BYTES) {
                keptBytes -= oldest.next().length;
                oldest.remove();
            }
        }
        return sha256;
    }

    synchronized Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    synchronized long count() {
        return count;
    }
}
