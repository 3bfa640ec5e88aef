package org.graalvisor.harness.oci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What programs and libraries load, as the dynamic linker of this machine finds it. */
public final class SharedLibraries {
    private static final String C_LIBRARY = "libc.so.6";
    /**
     * The other libraries that belong to the C library (https://sourceware.org/glibc/manual): the JDK's libraries, which
     * executables and functions carry inside, need them only once they are loaded, so ldd does not see them.
     */
    private static final List<String> C_LIBRARY_FAMILY = List.of("libdl.so.2", "libm.so.6", "libpthread.so.0",
            "librt.so.1", "libresolv.so.2", "libnss_files.so.2", "libnss_dns.so.2");
    /** {@code libz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x…)} or {@code /lib64/ld-linux-x86-64.so.2 (0x…)}. */
    private static final Pattern FOUND = Pattern.compile("^\\s*(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$");
    private static final Pattern MISSING = Pattern.compile("^\\s*(\\S+) => not found$");

    private SharedLibraries() {}

    /**
     * Asks {@code ldd}, and adds what belongs to the C library.
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
        needed.putAll(familyOf(needed.values()));
        return needed;
    }

    private static Map<String, Path> familyOf(Collection<Path> libraries) {
        return libraries.stream().filter(library -> library.endsWith(C_LIBRARY)).flatMap(
                library -> C_LIBRARY_FAMILY.stream().map(library::resolveSibling)).filter(Files::exists).distinct()
                .collect(Collectors.toMap(Path::toString, path -> path));
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
