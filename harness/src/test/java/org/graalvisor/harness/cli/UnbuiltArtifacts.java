package org.graalvisor.harness.cli;

import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.program.ScriptLanguage;

/** No native files at all. */
final class UnbuiltArtifacts implements Artifacts {
    private static final Artifact.Missing MISSING = new Artifact.Missing(
            "no native files were given; name a directory with them: --artifacts DIR");

    @Override
    public Artifact runtimeExecutable() {
        return MISSING;
    }

    @Override
    public Artifact functionLibrary(String workload) {
        return MISSING;
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return MISSING;
    }
}
