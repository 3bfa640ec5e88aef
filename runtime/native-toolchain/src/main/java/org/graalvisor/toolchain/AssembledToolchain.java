package org.graalvisor.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the Native Image builder needs beside its jars, assembled from a stock JDK and the C compiler.
 *
 * @param javaHome a JDK whose launcher the builder is started with, with the static libraries it looks for
 * @param cLibraryPath for {@code -H:CLibraryPath}
 * @param fingerprint of everything it was made from
 */
record AssembledToolchain(Path javaHome, Path cLibraryPath, String fingerprint) {
    /** To be raised when the assembly changes in a way that no hashed input shows. */
    private static final String LAYOUT = "layout 2";
    /** Real copies: the launcher and the virtual machine find the rest relative to their own resolved path. */
    private static final List<String> COPIED = List.of("bin/java", "lib/libjli.so", "lib/jvm.cfg",
            "lib/server/libjvm.so",
            "lib/libjava.so", "lib/libjimage.so", "release");
    private static final List<String> SOURCES = List.of("libchelper.c", "svm_locale.h", "cpufeatures_amd64.c",
            "jvm_shim.c",
            "jdk_libraries.h", "jdk_libraries.c", "reporterchelper.c");

    static AssembledToolchain in(Path cache, Jdk jdk, BuilderJars jars) {
        Hash hash = new Hash().add(LAYOUT).add(jdk.release()).add(jdk.home().toString())
                .add(Command.run(Path.of("/"), List.of("gcc", "-dumpfullversion"))).addAll(JdkLibrary.NAMES)
                .add(new JdkLibrary("format", Path.of("format"), 0, List.of("symbol")).assembly());
        jars.all().forEach(jar -> hash.add(jar.getFileName().toString()));
        SOURCES.forEach(source -> hash.add(Resources.text(source)));
        String fingerprint = hash.hex();
        Path home = new BuildDirectory(cache.resolve("toolchains"), fingerprint).complete(work -> assemble(work, jdk,
                jars));
        return new AssembledToolchain(home.resolve("jdk"), home.resolve("clibrary"), fingerprint);
    }

    private static void assemble(Path target, Jdk jdk, BuilderJars jars) throws IOException {
        Path copy = target.resolve("jdk");
        mirror(jdk.home(), copy, "");
        Path work = Files.createDirectories(target.resolve("work"));
        Path clibrary = Files.createDirectories(target.resolve("clibrary"));
        new CLibraryFolder(jdk, clibrary, work).assemble(jars.jar("svm"), copy.resolve("lib/static/linux-amd64/glibc"));
        Path helper = Files.createDirectories(copy.resolve("lib/svm/builder/lib"));
        Files.writeString(work.resolve("reporterchelper.c"), Resources.text("reporterchelper.c"));
        Command.run(work, List.of("gcc", "-std=gnu17", "-O2", "-fPIC", "-shared", "-Wall", "-Wextra", "-Werror",
                "-fvisibility=hidden", "reporterchelper.c", "-o", helper.resolve("libreporterchelper.so").toString()));
    }

    /** Makes directories, copies {@link #COPIED} and links everything else to the original. */
    private static void mirror(Path source, Path target, String prefix) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> entries = Files.list(source)) {
            for (Path entry : entries.toList()) {
                String relative = prefix + entry.getFileName();
                Path copy = target.resolve(entry.getFileName());
                if (COPIED.contains(relative)) {
                    Files.copy(entry, copy);
                } else if (COPIED.stream().anyMatch(copied -> copied.startsWith(relative + "/"))) {
                    mirror(entry, copy, relative + "/");
                } else {
                    Files.createSymbolicLink(copy, entry.toAbsolutePath());
                }
            }
        }
    }
}
