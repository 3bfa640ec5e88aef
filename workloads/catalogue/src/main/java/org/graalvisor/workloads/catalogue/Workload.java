package org.graalvisor.workloads.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.graalvisor.workloads.catalogue.code.JavaCode;

/**
 * A function that can be measured.
 *
 * @param name unique, as used in experiments
 * @param language it is written in
 * @param description of it, for people
 * @param entryPoint {@code package.Class#method} in Java, a function's name in a script
 * @param sources of a script, the main one first; none in Java
 * @param javaCode of a Java function; none for a script
 * @param memoryBytes budget it runs in, provisional where nothing was measured yet
 * @param needs programs and libraries of the host
 * @param preparation makes inputs, arguments and check
 */
public record Workload(String name, Language language, Description description, String entryPoint,
        List<SourceFile> sources, Optional<JavaCode> javaCode, long memoryBytes, Set<Need> needs,
        Function<Inputs, Prepared> preparation) {
    /** The earliest a zip archive can hold, so that the archive of a function never changes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Workload {
        sources = List.copyOf(sources);
        needs = Set.copyOf(needs);
    }

    /**
     * A Java function.
     *
     * @param name unique
     * @param code its class and what that needs
     * @param memoryBytes budget it runs in
     * @param needs programs and libraries of the host
     * @param description for people
     * @param preparation makes inputs, arguments and check
     */
    public static Workload ofJava(String name, JavaCode code, long memoryBytes, Set<Need> needs,
            Description description, Function<Inputs, Prepared> preparation) {
        return new Workload(name, Language.JAVA, description, code.entryPoint(), List.of(), Optional.of(code),
                memoryBytes, needs, preparation);
    }

    /**
     * A script with a function {@code main}.
     *
     * @param name unique
     * @param language of the script
     * @param sources the main one first
     * @param memoryBytes budget it runs in
     * @param needs programs and libraries of the host
     * @param description for people
     * @param preparation makes inputs, arguments and check
     */
    public static Workload ofScript(String name, Language language, List<SourceFile> sources, long memoryBytes,
            Set<Need> needs, Description description, Function<Inputs, Prepared> preparation) {
        return new Workload(name, language, description, JavaCode.METHOD, sources, Optional.empty(), memoryBytes,
                needs, preparation);
    }

    /**
     * The body of a script's registration: its source, or an archive when there are several.
     *
     * @throws IllegalStateException when it is no script
     */
    public byte[] code() {
        if (sources.isEmpty()) {
            throw new IllegalStateException(name + " is a class, not a script");
        }
        return sources.size() == 1 ? sources.getFirst().content() : archive();
    }

    /** Why no isolate can run it, although other platforms can; nothing when isolates can. */
    public Optional<String> notInIsolates() {
        return javaCode.flatMap(JavaCode::notInIsolates);
    }

    /**
     * Why the workload cannot run on this host.
     *
     * @return nothing when it can
     */
    public Optional<String> unavailable() {
        return needs.stream().sorted().map(Need::problem).flatMap(Optional::stream).findFirst().map(
                reason -> "unavailable: " + reason);
    }

    /**
     * Makes what the workload is given. Takes seconds where a clip or a photo has to be generated.
     *
     * @param inputs of the experiment
     */
    public Prepared prepare(Inputs inputs) {
        return preparation.apply(inputs);
    }

    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (SourceFile source : sources) {
                ZipEntry entry = new ZipEntry(source.name());
                entry.setTimeLocal(EPOCH);
                archive.putNextEntry(entry);
                archive.write(source.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
