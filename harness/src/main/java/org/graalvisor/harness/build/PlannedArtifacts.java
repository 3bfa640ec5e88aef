package org.graalvisor.harness.build;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.toolchain.ToolchainException;

/** Tells where images will be, so that a plan can be made without waiting for them, and remembers which must be built. */
public final class PlannedArtifacts implements Artifacts {
    private static final String RUNTIME = "";

    private final Supplier<Images> images;
    /** Naming an image means hashing its jars, a second for Python's. */
    private final Map<String, Artifact> known = new HashMap<>();
    private final Set<String> toBuild = new LinkedHashSet<>();

    /**
     * @param images finds the builder; may throw a {@link ToolchainException}
     */
    public PlannedArtifacts(Supplier<Images> images) {
        this.images = images;
    }

    @Override
    public Artifact runtimeExecutable() {
        return known.computeIfAbsent(RUNTIME, ignored -> plan(Images::plannedRuntime));
    }

    @Override
    public Artifact functionLibrary(String workload) {
        return Images.functions().contains(workload)
                ? known.computeIfAbsent(workload, name -> plan(all -> all.plannedFunction(name)))
                : BuiltArtifacts.notCompiled(workload);
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return known.computeIfAbsent(language.name(), ignored -> plan(all -> all.plannedScriptLibrary(language)));
    }

    /** Returns the names of the images that were asked for and are not in the cache. */
    public List<String> toBuild() {
        return List.copyOf(toBuild);
    }

    private Artifact plan(Function<Images, PlannedImage> what) {
        try {
            PlannedImage image = what.apply(images.get());
            if (!image.isBuilt()) {
                toBuild.add(image.file().getFileName().toString());
            }
            return new Artifact.Built(image.file());
        } catch (ToolchainException e) {
            return new Artifact.Missing(e.getMessage());
        }
    }
}
