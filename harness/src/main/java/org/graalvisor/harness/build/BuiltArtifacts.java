package org.graalvisor.harness.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvisor.harness.host.NativeImageStatus;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.toolchain.ToolchainException;

/** Builds what platforms run at the moment it is asked for. */
public final class BuiltArtifacts implements Artifacts, NativeImageStatus {
    private static final String RUNTIME = "";

    private final Supplier<Images> images;
    private final Map<String, Artifact> known = new ConcurrentHashMap<>();

    /**
     * @param images finds the builder; may throw a {@link ToolchainException}
     */
    public BuiltArtifacts(Supplier<Images> images) {
        this.images = images;
    }

    @Override
    public Artifact runtimeExecutable() {
        return known.computeIfAbsent(RUNTIME, ignored -> build(Images::runtime));
    }

    @Override
    public Artifact functionLibrary(String workload) {
        if (!Images.functions().contains(workload)) {
            return notCompiled(workload);
        }
        return known.computeIfAbsent(workload, name -> build(all -> all.function(name)));
    }

    static Artifact notCompiled(String workload) {
        return new Artifact.Missing("there is no function '" + workload + "' compiled ahead of time; known: " + Images
                .functions());
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return known.computeIfAbsent(language.name(), ignored -> build(all -> all.scriptLibrary(language)));
    }

    @Override
    public Availability status() {
        try {
            return new Availability.Available(images.get().builder());
        } catch (ToolchainException e) {
            return new Availability.Unavailable(e.getMessage());
        }
    }

    private Artifact build(Function<Images, Path> what) {
        try {
            return new Artifact.Built(what.apply(images.get()));
        } catch (ToolchainException e) {
            return new Artifact.Missing(e.getMessage());
        }
    }
}
