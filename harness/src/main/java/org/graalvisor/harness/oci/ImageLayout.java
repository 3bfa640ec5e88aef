package org.graalvisor.harness.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An image in a directory, as {@code skopeo copy oci:DIR …} and {@code podman load} read it. */
public final class ImageLayout {
    private static final String CONFIGURATION_TYPE = "application/vnd.oci.image.config.v1+json";
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
    /** Equal images have equal digests, so they are all as old as Unix. */
    private static final String CREATED = "1970-01-01T00:00:00Z";
    /** Of nobody; no image needs to run as root. */
    private static final String USER = "65532:65532";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private ImageLayout() {}

    /**
     * Writes an image.
     *
     * @param directory of the layout, created when it is not there
     * @param configuration how a container of it starts
     * @param layers lowest first
     * @return the manifest's digest, which names the image
     * @throws IOException when a file cannot be read or written
     */
    public static String write(Path directory, ImageConfiguration configuration, List<LayerContent> layers)
            throws IOException {
        Blobs blobs = Blobs.below(directory);
        List<Layer> written = new ArrayList<>();
        for (LayerContent layer : layers) {
            written.add(LayerWriter.write(layer, blobs));
        }
        Descriptor config = blobs.add(CONFIGURATION_TYPE, output -> output.write(JSON.writeValueAsBytes(config(
                configuration, written))));
        Descriptor manifest = blobs.add(MANIFEST_TYPE, output -> output.write(JSON.writeValueAsBytes(Map.of(
                "schemaVersion", 2, "mediaType", MANIFEST_TYPE, "config", json(config), "layers", written.stream().map(
                        layer -> json(layer.blob())).toList()))));
        Map<String, Object> entry = new LinkedHashMap<>(json(manifest));
        entry.put("platform", Map.of("architecture", configuration.architecture(), "os", "linux"));
        entry.put("annotations", Map.of("org.opencontainers.image.ref.name", configuration.name()));
        Files.write(directory.resolve("index.json"), JSON.writeValueAsBytes(Map.of("schemaVersion", 2, "mediaType",
                INDEX_TYPE, "manifests", List.of(entry))));
        Files.writeString(directory.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        return manifest.digest();
    }

    private static Map<String, Object> config(ImageConfiguration configuration, List<Layer> layers) {
        Map<String, Object> container = Map.of("Entrypoint", configuration.entryPoint(), "Env", configuration
                .environment().entrySet().stream().map(variable -> variable.getKey() + "=" + variable.getValue())
                .sorted().toList(), "ExposedPorts", Map.of(configuration.port() + "/tcp", Map.of()), "User", USER,
                "WorkingDir", "/", "StopSignal", "SIGTERM");
        return Map.of("created", CREATED, "architecture", configuration.architecture(), "os", "linux", "config",
                container, "rootfs", Map.of("type", "layers", "diff_ids", layers.stream().map(Layer::diffId).toList()),
                "history", layers.stream().map(layer -> Map.of("created", CREATED, "comment", layer.comment()))
                        .toList());
    }

    private static Map<String, Object> json(Descriptor descriptor) {
        return Map.of("mediaType", descriptor.mediaType(), "digest", descriptor.digest(), "size", descriptor
                .sizeBytes());
    }
}
