package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.config.NearestName;

/** The experiments that ship with the rig, and files of the user's own. */
public final class ExperimentCatalog {
    /** Names of the experiments that ship with the rig. */
    public static final List<String> NAMES = List.of("fig1", "fig3", "fig4", "fig5", "fig6", "fig7", "fig8", "fig9",
            "peak",
            "jmh");

    /** Figures that are drawn from the run of another one. */
    private static final Map<String, String> ALIASES = Map.of("fig10", "fig9");

    private final ExperimentReader reader;

    /**
     * Creates the catalogue.
     *
     * @param reader reads the files
     */
    public ExperimentCatalog(ExperimentReader reader) {
        this.reader = reader;
    }

    /**
     * Reads an experiment.
     *
     * @param nameOrFile one of {@link #NAMES}, {@code fig10} (which is drawn from the run of fig9), or the path of a file that ends in {@code .yaml}
     * @param scale one of {@link ExperimentReader#SCALES}
     * @param method one of {@link ExperimentReader#METHODS}
     * @throws ConfigurationException when there is no such experiment or its file has errors
     */
    public Experiment read(String nameOrFile, String scale, String method) {
        String name = ALIASES.getOrDefault(nameOrFile, nameOrFile);
        return reader.read(name, text(name), scale, method);
    }

    private static String text(String nameOrFile) {
        try {
            return nameOrFile.endsWith(".yaml") ? Files.readString(Path.of(nameOrFile)) : shipped(nameOrFile);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    List.of("cannot read " + nameOrFile + ": " + unreadable + "; does the file exist?"));
        }
    }

    private static String shipped(String name) {
        if (!NAMES.contains(name)) {
            throw new ConfigurationException(
                    List.of("unknown experiment " + name + "; " + NearestName.hint(name, NAMES)));
        }
        try (InputStream stream = ExperimentCatalog.class.getResourceAsStream("/experiments/" + name + ".yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot read the shipped experiment " + name, impossible);
        }
    }
}
