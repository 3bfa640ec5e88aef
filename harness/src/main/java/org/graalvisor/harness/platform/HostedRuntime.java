package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvisor.hosted.HostedMain;

/** How the runtime is started on HotSpot, with the Graal compiler for its script functions where its jars are at hand. */
public final class HostedRuntime {
    private static final String COMPILER_JARS = "(compiler|truffle-compiler|collections|word)-\\d.*\\.jar";

    private HostedRuntime() {}

    /**
     * The command up to the runtime's own options.
     *
     * @param java virtual machine and class path with the runtime
     */
    public static ServerCommand command(JavaInstallation java) {
        List<String> words = new ArrayList<>(List.of(java.launcher().toString(), "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String compiler = compilerJars();
        if (!compiler.isEmpty()) {
            words.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-XX:-UseJVMCICompiler",
                    "--upgrade-module-path=" + compiler,
                    "-Dpolyglotimpl.DisableVersionChecks=true", "-D" + HostedMain.COMPILER_REQUIRED + "=true"));
        }
        words.addAll(List.of("-cp", java.classPath(), HostedMain.class.getName()));
        // The compiler asks for the newest update of the JDK; any JDK 25 runs it, as it does when it builds images.
        return new ServerCommand(words, compiler.isEmpty() ? Map.of() : Map.of("JVMCI_VERSION_CHECK", "ignore"));
    }

    /** The jars that native images are built with; a stock JDK has an empty module in their place. */
    private static String compilerJars() {
        Path directory = Path.of(System.getProperty("graalvisor.root", "."), "runtime/native-toolchain/target/builder");
        if (!Files.isDirectory(directory)) {
            return "";
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(COMPILER_JARS)).sorted().map(
                    Path::toString).collect(Collectors.joining(":"));
        } catch (IOException e) {
            return "";
        }
    }
}
