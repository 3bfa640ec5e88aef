package org.graalvisor.trace.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graalvisor.trace.TraceException;

/**
 * Cost models by policy, as a small JSON file.
 *
 * @param models model of each policy
 */
public record CostModels(Map<String, CostModel> models) {
    /** Name of the file in which costs are kept. */
    public static final String FILE_NAME = "cost-models.json";
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** System property that the launcher sets. */
    private static final String ROOT_PROPERTY = "graalvisor.root";

    public CostModels {
        models = Map.copyOf(models);
    }

    /** Returns the costs the paper reports. They say nothing about this machine. */
    public static CostModels published() {
        try (InputStream in = CostModels.class.getResourceAsStream(FILE_NAME)) {
            if (in == null) {
                throw new IllegalStateException(FILE_NAME + " is not on the class path");
            }
            return parse(FILE_NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TraceException("Cannot read " + FILE_NAME, e);
        }
    }

    /** Returns the file that holds costs measured by this checkout, if it was ever made; empty outside of a checkout. */
    public static Optional<Path> measuredHere() {
        return Optional.ofNullable(System.getProperty(ROOT_PROPERTY))
                .map(root -> Path.of(root, "results", "runs", FILE_NAME));
    }

    /**
     * Reads a file.
     *
     * @param file written by {@link #write}, or by hand
     * @throws TraceException when it cannot be read, naming line and field
     */
    public static CostModels read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new TraceException("Cannot read the cost models " + file + ": check that it exists", e);
        }
    }

    private static CostModels parse(String file, String text) {
        try {
            return new CostModels(JSON.readValue(text, new TypeReference<Map<String, CostModel>>() {
            }));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw TraceException.at(file, line, e.getOriginalMessage());
        }
    }

    /**
     * Writes a file.
     *
     * @param file replaced when it exists
     */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writeValueAsString(new TreeMap<>(models)) + "\n");
        } catch (IOException e) {
            throw new TraceException("Cannot write the cost models " + file + ": check space and permissions", e);
        }
    }

    /**
     * Returns the costs of a policy.
     *
     * @throws TraceException when there are none
     */
    public CostModel of(String policy) {
        CostModel model = models.get(policy);
        if (model == null) {
            throw new TraceException("There are no costs for the policy " + policy + "; there are for "
                    + String.join(", ", new TreeMap<>(models).keySet()) + ".");
        }
        return model;
    }
}
