package org.graalvisor.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what native images can be built with on this machine. */
public final class Builders {
    private static final long MEBIBYTE = 1L << 20;

    private final Map<String, String> environment;
    private final Path builderJars;
    private final Path cache;

    /**
     * @param environment variables; {@code GRAALVM_HOME} and {@code PATH} are looked at
     * @param builderJars directory of the builder's jars, for the case that there is no GraalVM
     * @param cache root of the image cache, which also holds the assembled toolchain
     */
    public Builders(Map<String, String> environment, Path builderJars, Path cache) {
        this.environment = Map.copyOf(environment);
        this.builderJars = builderJars;
        this.cache = cache;
    }

    /**
     * A GraalVM 25 when {@code GRAALVM_HOME} or {@code PATH} offers one, otherwise an assembled builder.
     *
     * @throws ToolchainException when neither can be had
     */
    public ImageBuilder find() {
        return graalVm().<ImageBuilder>map(found -> found).orElseGet(this::assemble);
    }

    private Optional<GraalVmBuilder> graalVm() {
        Stream<Path> home = Stream.ofNullable(environment.get("GRAALVM_HOME")).map(value -> Path.of(value, "bin"));
        Stream<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty()).map(Path::of);
        return Stream.concat(home, path).map(directory -> directory.resolve("native-image")).filter(Files::isExecutable)
                .flatMap(program -> version(program).filter(version -> version.contains(" 25")).stream()
                        .map(version -> new GraalVmBuilder(program, version)))
                .findFirst();
    }

    private static Optional<String> version(Path nativeImage) {
        try {
            String output = Command.run(Path.of("/"), List.of(nativeImage.toString(), "--version"));
            return output.lines().findFirst();
        } catch (ToolchainException e) {
            return Optional.empty();
        }
    }

    private ImageBuilder assemble() {
        String architecture = System.getProperty("os.arch");
        if (!architecture.equals("amd64")) {
            throw new ToolchainException("the Native Image builder is assembled on amd64 only, this machine is "
                    + architecture + "; set GRAALVM_HOME to a GraalVM 25");
        }
        Jdk jdk = Jdk.running();
        if (Runtime.version().feature() != 25) {
            throw new ToolchainException("the Native Image builder needs a JDK 25, this is " + jdk.version() + " in "
                    + jdk.home());
        }
        BuilderJars jars = BuilderJars.in(builderJars);
        return new AssembledBuilder(jdk, jars, AssembledToolchain.in(cache, jdk, jars), heapBytes());
    }

    /** The builder of a small function peaks at 2.3 GB; more memory makes it faster, up to half of the machine's. */
    private static long heapBytes() {
        try {
            String line = Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII).get(0);
            long totalBytes = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            return Math.clamp(totalBytes / 2, 2048 * MEBIBYTE, 8192 * MEBIBYTE);
        } catch (IOException e) {
            throw new ToolchainException("cannot read /proc/meminfo", e);
        }
    }
}
