package org.graalvisor.harness.oci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs and libraries load when they start, as the dynamic linker of this machine finds it. */
public final class SharedLibraries {
    /** {@code libz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x…)} or {@code /lib64/ld-linux-x86-64.so.2 (0x…)}. */
    private static final Pattern FOUND = Pattern.compile("^\\s*(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$");
    private static final Pattern MISSING = Pattern.compile("^\\s*(\\S+) => not found$");

    private SharedLibraries() {}

    /**
     * Asks {@code ldd}.
     *
     * @param files programs and libraries
     * @return files of this machine by the path they are looked for at, which is where an image needs them
     * @throws IOException when there is no ldd, or a library is missing here already
     */
    public static Map<String, Path> of(List<Path> files) throws IOException {
        Map<String, Path> needed = new TreeMap<>();
        for (Path file : files) {
            Process process = new ProcessBuilder("ldd", file.toString()).redirectErrorStream(true).start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            needed.putAll(parse(file, lines));
        }
        return needed;
    }

    static Map<String, Path> parse(Path file, List<String> lines) throws IOException {
        Map<String, Path> needed = new TreeMap<>();
        for (String line : lines) {
            Matcher missing = MISSING.matcher(line);
            if (missing.matches()) {
                throw new IOException(file + " needs the library " + missing.group(1)
                        + ", which this machine lacks; install it");
            }
            Matcher found = FOUND.matcher(line);
            if (found.matches()) {
                needed.put(found.group(1), Path.of(found.group(1)));
            }
        }
        return needed;
    }
}
