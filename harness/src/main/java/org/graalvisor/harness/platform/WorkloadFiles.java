package org.graalvisor.harness.platform;

import java.util.Optional;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Workload;

/** Which native library a workload's isolates come from. */
public final class WorkloadFiles {
    private WorkloadFiles() {}

    /**
     * The language of a script.
     *
     * @param workload name of a workload
     * @return nothing for Java functions
     */
    public static Optional<ScriptLanguage> scriptLanguage(String workload) {
        return Catalogue.find(workload).map(Workload::language).flatMap(language -> switch (language) {
            case JAVA -> Optional.empty();
            case JAVASCRIPT -> Optional.of(ScriptLanguage.JAVASCRIPT);
            case PYTHON -> Optional.of(ScriptLanguage.PYTHON);
        });
    }

    /**
     * The function's own library, or that of its language.
     *
     * @param artifacts where libraries come from
     * @param workload name of a workload
     */
    public static Artifact sharedObject(Artifacts artifacts, String workload) {
        return scriptLanguage(workload).map(artifacts::scriptLibrary)
                .orElseGet(() -> artifacts.functionLibrary(workload));
    }
}
