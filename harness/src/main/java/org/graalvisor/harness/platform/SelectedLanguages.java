package org.graalvisor.harness.platform;

import java.util.Set;
import org.graalvisor.program.ScriptLanguage;

/**
 * Artifacts without the script libraries that nobody asked for, so that none of them is built.
 *
 * @param artifacts all of them
 * @param languages whose libraries may be used
 */
public record SelectedLanguages(Artifacts artifacts, Set<ScriptLanguage> languages) implements Artifacts {

    public SelectedLanguages {
        languages = Set.copyOf(languages);
    }

    @Override
    public Artifact runtimeExecutable() {
        return artifacts.runtimeExecutable();
    }

    @Override
    public Artifact functionLibrary(String workload) {
        return artifacts.functionLibrary(workload);
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return languages.contains(language)
                ? artifacts.scriptLibrary(language)
                : new Artifact.Missing(language.id() + " was not asked for; see --languages");
    }
}
