package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvisor.program.ScriptLanguage;

/** The Graalvisor runtime as native executable. */
public final class GraalvisorNative implements ServerRecipe {
    private final Artifacts artifacts;

    /**
     * @param artifacts executable and function libraries
     */
    public GraalvisorNative(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String name() {
        return "graalvisor-native";
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
        return WorkloadFiles.library(artifacts, workload) instanceof Artifact.Built;
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
            if (artifacts.scriptLibrary(language) instanceof Artifact.Built library) {
                words.add("--" + language.id() + "-library");
                words.add(library.path().toString());
            }
        }
        return words;
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        GraalvisorProtocol.register(client, function, artifacts);
    }
}
