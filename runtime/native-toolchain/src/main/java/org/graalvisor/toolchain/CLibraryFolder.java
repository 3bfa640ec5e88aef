package org.graalvisor.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compiles what the builder's {@code -H:CLibraryPath} must hold (headers, liblibchelper.a, libjvm.a) and the static
 * stand-ins of the JDK's native libraries.
 */
final class CLibraryFolder {
    private static final List<String> COMPILE = List.of("gcc", "-std=gnu17", "-O2", "-fPIC", "-Wall", "-Wextra",
            "-Werror");

    private final Jdk jdk;
    private final Path folder;
    private final Path work;

    /**
     * @param jdk whose native libraries are carried by images
     * @param folder where headers and archives go
     * @param work for sources and object files
     */
    CLibraryFolder(Jdk jdk, Path folder, Path work) {
        this.jdk = jdk;
        this.folder = folder;
        this.work = work;
    }

    /**
     * @param svmJar of the builder, which says what CPU features there are
     * @param staticJdkLibraries where the archives {@code lib<name>.a} of the JDK's libraries go
     */
    void assemble(Path svmJar, Path staticJdkLibraries) throws IOException {
        Path include = Files.createDirectories(folder.resolve("include"));
        Files.createDirectories(staticJdkLibraries);
        for (CpuFeatureHeader header : CpuFeatureHeader.readAll(svmJar)) {
            Files.writeString(include.resolve(header.fileName()), header.text());
        }
        Files.writeString(include.resolve("svm_locale.h"), Resources.text("svm_locale.h"));
        for (String name : List.of("libchelper.c", "cpufeatures_amd64.c", "jvm_shim.c", "jdk_libraries.c",
                "jdk_libraries.h")) {
            Files.writeString(work.resolve(name), Resources.text(name));
        }
        String includes = "-I" + include;
        compile(includes, "-c", "libchelper.c", "-o", "libchelper.o");
        compile(includes, "-c", "cpufeatures_amd64.c", "-o", "cpufeatures.o");
        archive(folder.resolve("liblibchelper.a"), List.of("libchelper.o", "cpufeatures.o"));
        assembleJdkLibraries(staticJdkLibraries);
        // The image itself calls a few of the JVM_* functions too.
        compile("-c", "-DEXPORT=", "-fvisibility=hidden", "jvm_shim.c", "-o", "jvm_shim.o");
        archive(folder.resolve("libjvm.a"), List.of("jvm_shim.o"));
        standInForZlib();
    }

    /**
     * The builder always links libz, though the copies of libzip that images carry bring their own. Without the
     * development package of zlib an empty archive satisfies the linker.
     */
    private void standInForZlib() throws IOException {
        Files.writeString(work.resolve("uses_zlib.c"), "int main(void) { return 0; }\n");
        try {
            compile("uses_zlib.c", "-lz", "-o", "uses_zlib");
        } catch (ToolchainException e) {
            Files.writeString(work.resolve("no_zlib.c"), "extern int unused_by_images;\n");
            compile("-c", "no_zlib.c", "-o", "no_zlib.o");
            archive(folder.resolve("libz.a"), List.of("no_zlib.o"));
        }
    }

    private void assembleJdkLibraries(Path staticJdkLibraries) throws IOException {
        List<String> present = JdkLibrary.NAMES.stream().filter(name -> Files.exists(jdk.sharedObject("lib" + name
                + ".so")))
                .toList();
        compileShim(present);
        compile("-c", "jdk_libraries.c", "-o", "jdk_libraries.o");
        assemble(new JdkLibrary("jvm", work.resolve("libjvm.so"), 0, List.of()));
        for (String name : present) {
            Path sharedObject = jdk.sharedObject("lib" + name + ".so");
            int rank = name.equals("java") || name.equals("net") ? 1 : 2;
            assemble(new JdkLibrary(name, sharedObject, rank, ElfSymbols.defined(sharedObject)));
        }
        for (String name : present) {
            List<String> objects = new ArrayList<>(List.of("jdk_library_" + name + ".o"));
            for (String common : List.of("jdk_library_java.o", "jdk_library_net.o", "jdk_library_jvm.o",
                    "jdk_libraries.o")) {
                if (!objects.contains(common)) {
                    objects.add(common);
                }
            }
            archive(staticJdkLibraries.resolve("lib" + name + ".a"), objects);
        }
    }

    private void assemble(JdkLibrary library) throws IOException {
        String file = "jdk_library_" + library.name();
        Files.writeString(work.resolve(file + ".S"), library.assembly());
        compile("-c", file + ".S", "-o", file + ".o");
    }

    private void compileShim(List<String> libraries) throws IOException {
        String source = Resources.text("jvm_shim.c");
        String unsupported = libraries.stream().flatMap(name -> ElfSymbols.undefined(jdk.sharedObject("lib" + name
                + ".so"))
                .stream())
                .filter(symbol -> symbol.startsWith("JVM_")).filter(symbol -> !source.contains(" " + symbol + "(")
                        && !source.contains("*" + symbol + "("))
                .sorted().distinct().map(symbol -> "UNSUPPORTED(" + symbol + ")\n").collect(Collectors.joining());
        Files.writeString(work.resolve("jvm_unsupported.h"), unsupported);
        Files.writeString(work.resolve("jvm_shim.map"), "SUNWprivate_1.1 { global: JVM_*; jio_*; local: *; };\n");
        compile("-fvisibility=hidden", "-shared", "jvm_shim.c", "-o", "libjvm.so", "-Wl,-soname,libjvm.so",
                "-Wl,--version-script=jvm_shim.map", "-ldl", "-lpthread");
    }

    private void compile(String... arguments) {
        List<String> words = new ArrayList<>(COMPILE);
        words.addAll(List.of(arguments));
        Command.run(work, words);
    }

    private void archive(Path archive, List<String> objects) {
        List<String> words = new ArrayList<>(List.of("ar", "rcs", archive.toString()));
        words.addAll(objects);
        Command.run(work, words);
    }
}
