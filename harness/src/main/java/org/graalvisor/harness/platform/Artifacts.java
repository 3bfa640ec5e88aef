package org.graalvisor.harness.platform;

import org.graalvisor.program.ScriptLanguage;

/** Supplies the native files that platforms run. Building them may take minutes; a second call is cheap. */
public interface Artifacts {

    /** Returns the native executable of the Graalvisor runtime. */
    Artifact runtimeExecutable();

    /**
     * Returns the shared library of a function.
     *
     * @param workload name of the function, for example {@code helloworld}
     */
    Artifact functionLibrary(String workload);

    /**
     * Returns the shared library whose isolates run scripts.
     *
     * @param language of the scripts
     */
    Artifact scriptLibrary(ScriptLanguage language);
}
