package org.graalvisor.script;

import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Attributes of files in memory, in the form of {@link java.nio.file.Files#readAttributes(java.nio.file.Path, String, java.nio.file.LinkOption...)}. */
final class MemoryAttributes {
    private static final FileTime EPOCH = FileTime.fromMillis(0);
    private static final int READABLE_FILE = 0100444;
    private static final int READABLE_DIRECTORY = 0040555;

    private MemoryAttributes() {}

    static Map<String, Object> of(String attributes, Optional<Long> fileBytes) {
        Map<String, Object> all = new HashMap<>(Map.of("size", fileBytes.orElse(0L), "isRegularFile", fileBytes
                .isPresent(), "isDirectory", fileBytes.isEmpty(), "isSymbolicLink", false, "isOther", false,
                "lastModifiedTime", EPOCH, "lastAccessTime", EPOCH, "creationTime", EPOCH));
        all.putAll(Map.of("mode", fileBytes.isPresent() ? READABLE_FILE : READABLE_DIRECTORY, "ino", 0L, "dev", 0L,
                "nlink", 1, "uid", 0, "gid", 0, "ctime", EPOCH));
        String names = attributes.substring(attributes.indexOf(':') + 1);
        if (names.equals("*")) {
            return all;
        }
        Map<String, Object> asked = new HashMap<>();
        for (String name : names.split(",", -1)) {
            if (all.containsKey(name)) {
                asked.put(name, all.get(name));
            }
        }
        return asked;
    }
}
