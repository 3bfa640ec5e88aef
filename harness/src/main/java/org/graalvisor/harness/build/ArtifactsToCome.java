package org.graalvisor.harness.build;

import java.nio.file.Path;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.program.ScriptLanguage;

/**
 * What could be built here, without building it: for lists, which nobody wants to wait minutes for.
 *
 * @param builder whether there is one
 */
public record ArtifactsToCome(Availability builder) implements Artifacts {
    /** Stands where a file's path would. */
    private static final Path LATER = Path.of("compiled when first needed");

    @Override
    public Artifact runtimeExecutable() {
        return later();
    }

    @Override
    public Artifact functionLibrary(String workload) {
        return Images.functions().contains(workload)
                ? later()
                : new Artifact.Missing("there is no function '" + workload + "' compiled ahead of time");
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return later();
    }

    private Artifact later() {
        return switch (builder) {
            case Availability.Available available -> new Artifact.Built(LATER);
            case Availability.Unavailable unavailable -> new Artifact.Missing(unavailable.reason());
        };
    }
}
