package org.graalvisor.harness.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.program.ScriptLanguage;

/** Files built earlier, all in one directory: {@code graalvisor}, one {@code WORKLOAD.so} per Java function, {@code libgraalvisor-js.so} and
 * {@code libgraalvisor-python.so}. */
public final class DirectoryArtifacts implements Artifacts {
    private final Path directory;

    /**
     * @param directory where the files are
     */
    public DirectoryArtifacts(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    @Override
    public Artifact runtimeExecutable() {
        return find("graalvisor");
    }

    @Override
    public Artifact functionLibrary(String workload) {
        return find(workload + ".so");
    }

    @Override
    public Artifact scriptLibrary(ScriptLanguage language) {
        return find("libgraalvisor-" + language.polyglotId() + ".so");
    }

    private Artifact find(String name) {
        Path file = directory.resolve(name);
        return Files.isRegularFile(file)
                ? new Artifact.Built(file)
                : new Artifact.Missing("there is no file " + file + "; build it or name another directory");
    }
}
