package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Dynamic symbols of ELF libraries, as listed by {@code nm} of GNU binutils. */
final class ElfSymbols {
    private ElfSymbols() {}

    static List<String> defined(Path library) {
        return defined(nm(library, "--defined-only"));
    }

    static List<String> undefined(Path library) {
        return undefined(nm(library, "--undefined-only"));
    }

    /** Global functions in the output of {@code nm -D --defined-only}, without the linker's own and what jvm_shim.c has. */
    static List<String> defined(Stream<String> lines) {
        return lines.map(line -> line.strip().split("\\s+")).filter(words -> words.length == 3 && words[1].equals("T"))
                .map(words -> withoutVersion(words[2]))
                .filter(symbol -> !symbol.startsWith("_") && !symbol.startsWith("jio_") && !symbol.equals("JNI_OnLoad")
                        && !symbol.equals(
                                "JNI_OnUnload"))
                .sorted().distinct().toList();
    }

    /** Names in the output of {@code nm -D --undefined-only}. */
    static List<String> undefined(Stream<String> lines) {
        return lines.map(line -> line.strip().split("\\s+")).filter(words -> words.length == 2)
                .map(words -> withoutVersion(words[1])).sorted().distinct().toList();
    }

    private static String withoutVersion(String symbol) {
        int at = symbol.indexOf('@');
        return at < 0 ? symbol : symbol.substring(0, at);
    }

    private static Stream<String> nm(Path library, String which) {
        return Command.run(library.toAbsolutePath().getParent(), List.of("nm", "-D", which, library.toString()))
                .lines();
    }
}
