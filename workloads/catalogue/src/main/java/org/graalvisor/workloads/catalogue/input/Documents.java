package org.graalvisor.workloads.catalogue.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The directory that is compressed: as many files and bytes as SeBS 311.compression, 90 % random bytes and 10 % text. */
public final class Documents {
    /** How many files. */
    public static final int FILES = 39;
    /** Their bytes together. */
    public static final int TOTAL_BYTES = 10_000_000;

    private static final int TEXT_PERCENT = 10;
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog.\n".getBytes(
            StandardCharsets.US_ASCII);

    private Documents() {}

    /** Names of the files, sorted. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            names.add("document-" + i / 10 + i % 10);
        }
        return names;
    }

    /**
     * Writes the files.
     *
     * @param directory to be made
     * @param random decides their content
     * @throws IOException when that fails
     */
    public static void write(Path directory, SplittableRandom random) throws IOException {
        Files.createDirectory(directory);
        int left = TOTAL_BYTES;
        int filesLeft = FILES;
        for (String name : names()) {
            int length = left / filesLeft;
            Files.write(directory.resolve(name), content(length, random));
            left -= length;
            filesLeft--;
        }
    }

    private static byte[] content(int length, SplittableRandom random) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        for (int i = 0; i < length * TEXT_PERCENT / 100; i++) {
            content[i] = TEXT[i % TEXT.length];
        }
        return content;
    }
}
