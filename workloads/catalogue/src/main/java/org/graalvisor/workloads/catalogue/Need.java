package org.graalvisor.workloads.catalogue;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What a workload needs of its host, beside the platform that runs it. */
public enum Need {
    /** The program ffmpeg. */
    FFMPEG {
        @Override
        public Optional<String> problem() {
            return missingProgram("ffmpeg", Optional.ofNullable(System.getenv("PATH")).orElse(""));
        }
    },
    /** The library libvips, which the host API's thumbnails are made with. */
    LIBVIPS {
        @Override
        public Optional<String> problem() {
            List<String> names = Optional.ofNullable(System.getProperty("GRAALVISOR_LIBVIPS")).or(() -> Optional
                    .ofNullable(System.getenv("GRAALVISOR_LIBVIPS"))).map(List::of).orElse(List.of("libvips.so.42",
                            "libvips-cpp.so.42"));
            return missingLibrary(names, "Debian: libvips42");
        }
    };

    /**
     * What is wrong.
     *
     * @return nothing when the need is met
     */
    public abstract Optional<String> problem();

    static Optional<String> missingProgram(String name, String searchPath) {
        Predicate<String> holdsIt = directory -> Files.isExecutable(Path.of(directory).resolve(name));
        return Arrays.stream(searchPath.split(":", -1)).anyMatch(holdsIt)
                ? Optional.empty()
                : Optional.of("the program " + name + " is not in PATH; install it (Debian: " + name + ")");
    }

    static Optional<String> missingLibrary(List<String> names, String hint) {
        return names.stream().anyMatch(Need::loads)
                ? Optional.empty()
                : Optional.of("the library " + String.join(" or ", names) + " cannot be loaded; install it (" + hint
                        + ")");
    }

    private static boolean loads(String library) {
        BiFunction<String, Arena, SymbolLookup> lookup = SymbolLookup::libraryLookup;
        try (Arena arena = Arena.ofConfined()) {
            return lookup.apply(library, arena) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
