package org.graalvisor.runtime.probe;

import java.nio.file.Path;
import java.util.List;

/**
 * Options of {@code probe-isolates}.
 *
 * @param library the function library
 * @param count isolates to create and keep alive together, 0 or more
 * @param maxHeapBytes budget of each
 */
record ProbeOptions(Path library, int count, long maxHeapBytes) {
    static final String USAGE = "usage: probe-isolates --library FUNCTION.so --count N [--heap-bytes BYTES]";
    private static final long DEFAULT_HEAP_BYTES = 16L << 20;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the wrong option
     */
    static ProbeOptions parse(List<String> arguments) {
        Path library = Path.of("");
        int count = -1;
        long maxHeapBytes = DEFAULT_HEAP_BYTES;
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--library" -> library = Path.of(value);
                case "--count" -> count = Integer.parseInt(value);
                case "--heap-bytes" -> maxHeapBytes = Long.parseLong(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(i));
            }
        }
        if (library.toString().isEmpty() || count < 0 || arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("--library and a --count of 0 or more are needed");
        }
        return new ProbeOptions(library, count, maxHeapBytes);
    }
}
