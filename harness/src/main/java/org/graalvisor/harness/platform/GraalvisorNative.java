package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvisor.program.ScriptLanguage;

/** The Graalvisor runtime as native executable. */
public final class GraalvisorNative implements ServerRecipe {
    private final String name;
    private final Artifacts artifacts;
    private final Set<ScriptLanguage> languages;
    private final List<String> options;

    private GraalvisorNative(String name, Artifacts artifacts, Set<ScriptLanguage> languages, List<String> options) {
        this.name = name;
        this.artifacts = artifacts;
        this.languages = Set.copyOf(languages);
        this.options = List.copyOf(options);
    }

    /**
     * With every script language there is, the paper's GV.
     *
     * @param artifacts executable and function libraries
     */
    public GraalvisorNative(Artifacts artifacts) {
        this("graalvisor-native", artifacts, Set.of(ScriptLanguage.values()), List.of());
    }

    /**
     * With Java only, the paper's GV-JV.
     *
     * @param artifacts executable and function libraries
     */
    public static GraalvisorNative javaOnly(Artifacts artifacts) {
        return new GraalvisorNative("graalvisor-java", artifacts, Set.of(), List.of());
    }

    /**
     * Restricted to one function in a process, what the paper calls Photons.
     *
     * @param artifacts executable and function libraries
     */
    public static GraalvisorNative singleFunction(Artifacts artifacts) {
        return new GraalvisorNative("graalvisor-single", artifacts, Set.of(ScriptLanguage.values()), List.of(
                "--single-function"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Availability availability() {
        return switch (artifacts.runtimeExecutable()) {
            case Artifact.Built built -> new Availability.Available(built.path().toString());
            case Artifact.Missing missing -> new Availability.Unavailable(missing.reason());
        };
    }

    @Override
    public boolean serves(String workload) {
        return WorkloadFiles.scriptLanguage(workload).map(languages::contains).orElse(true)
                && WorkloadFiles.sharedObject(artifacts, workload) instanceof Artifact.Built;
    }

    @Override
    public ServerCommand command(Path scratch, int port) {
        return switch (artifacts.runtimeExecutable()) {
            case Artifact.Built built -> new ServerCommand(words(built.path(), port), Map.of());
            case Artifact.Missing missing -> throw new SystemUnderTestException(missing.reason());
        };
    }

    /** Names every script library there is: none is loaded before a function of its language is registered. */
    private List<String> words(Path executable, int port) {
        List<String> words = new ArrayList<>(List.of(executable.toString(), "--port", Integer.toString(port), "--host",
                "127.0.0.1"));
        for (ScriptLanguage language : ScriptLanguage.values()) {
            if (languages.contains(language) && artifacts.scriptLibrary(language) instanceof Artifact.Built library) {
                words.add("--" + language.id() + "-library");
                words.add(library.path().toString());
            }
        }
        words.addAll(options);
        return words;
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        GraalvisorProtocol.register(client, function, artifacts);
    }
}
