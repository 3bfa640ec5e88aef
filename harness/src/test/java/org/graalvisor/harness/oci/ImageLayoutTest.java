package org.graalvisor.harness.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small program stands for the runtime; the layout is read by the machine's own tar and checked against the specification. */
class ImageLayoutTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("/bin/cat");

    @TempDir
    Path directory;

    private Path layout() {
        return directory.resolve("image");
    }

    private String write() throws IOException {
        Path library = Files.createDirectories(directory.resolve("library")).resolve("libtest.so");
        Files.copy(PROGRAM, library);
        Files.writeString(library.resolveSibling("build.log"), "not needed");
        Path resource = Files.createDirectories(library.resolveSibling("resources/" + "long/".repeat(25))).resolve(
                "text.txt");
        Files.writeString(resource, "needed");
        RuntimeLayers layers = new RuntimeLayers(PROGRAM, Map.of("python", library));
        return ImageLayout.write(layout(), new ImageConfiguration("test:1", "amd64", layers.entryPoint(), Map.of("A",
                "b"), 8080), layers.layers());
    }

    private JsonNode blob(JsonNode descriptor) throws IOException {
        return JSON.readTree(Files.readAllBytes(file(descriptor)));
    }

    private Path file(JsonNode descriptor) {
        return layout().resolve("blobs").resolve(descriptor.get("digest").asText().replace(':', '/'));
    }

    private JsonNode manifest() throws IOException {
        return blob(JSON.readTree(layout().resolve("index.json").toFile()).get("manifests").get(0));
    }

    private static String digest(InputStream content) throws Exception {
        try (content) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(content.readAllBytes());
            return "sha256:" + HexFormat.of().formatHex(hash.digest());
        }
    }

    @Test
    void everyBlobIsNamedByItsDigestAndDescribedWithItsSizeAndType() throws Exception {
        String digest = write();
        assertThat(JSON.readTree(layout().resolve("oci-layout").toFile()).get("imageLayoutVersion").asText()).isEqualTo(
                "1.0.0");
        JsonNode index = JSON.readTree(layout().resolve("index.json").toFile());
        JsonNode entry = index.get("manifests").get(0);
        assertThat(index.get("schemaVersion").asInt()).isEqualTo(2);
        assertThat(entry.get("digest").asText()).isEqualTo(digest);
        assertThat(entry.get("mediaType").asText()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(entry.at("/platform/os").asText()).isEqualTo("linux");
        assertThat(entry.at("/annotations/org.opencontainers.image.ref.name").asText()).isEqualTo("test:1");
        JsonNode manifest = manifest();
        assertThat(manifest.at("/config/mediaType").asText()).isEqualTo("application/vnd.oci.image.config.v1+json");
        JsonNode config = blob(manifest.get("config"));
        assertThat(config.at("/config/ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(config.at("/config/Env/0").asText()).isEqualTo("A=b");
        assertThat(config.at("/rootfs/type").asText()).isEqualTo("layers");
        assertThat(manifest.get("layers")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonNode layer = manifest.get("layers").get(i);
            assertThat(layer.get("mediaType").asText()).isEqualTo("application/vnd.oci.image.layer.v1.tar+gzip");
            assertThat(digest(new GZIPInputStream(Files.newInputStream(file(layer))))).isEqualTo(config.at(
                    "/rootfs/diff_ids/" + i).asText());
        }
        for (JsonNode descriptor : List.of(entry, manifest.get("config"), manifest.get("layers").get(0), manifest.get(
                "layers").get(1), manifest.get("layers").get(2))) {
            assertThat(Files.size(file(descriptor))).isEqualTo(descriptor.get("size").asLong());
            assertThat(digest(Files.newInputStream(file(descriptor)))).isEqualTo(descriptor.get("digest").asText());
        }
        try (Stream<Path> blobs = Files.list(layout().resolve("blobs/sha256"))) {
            assertThat(blobs).hasSize(5);
        }
    }

    @Test
    void equalContentsMakeEqualImages() throws Exception {
        String first = write();
        Path moved = directory.resolve("first");
        Files.move(layout(), moved);
        try (Stream<Path> all = Files.walk(directory.resolve("library"))) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThat(write()).isEqualTo(first);
    }

    @Test
    void theLayersUnpackToARootFileSystemInWhichTheProgramRuns() throws Exception {
        write();
        Path root = unpacked();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("tmp")))).isEqualTo(
                "rwxrwxrwx");
        assertThat(root.resolve("opt/graalvisor/libtest/build.log")).doesNotExist();
        try (Stream<Path> files = Files.walk(root.resolve("opt/graalvisor/libtest"))) {
            assertThat(files.filter(file -> file.endsWith("text.txt"))).hasSize(1);
        }
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "unavailable: only root may chroot");
        Process process = new ProcessBuilder("chroot", root.toString(), blob(manifest().get("config")).at(
                "/config/Entrypoint/0").asText(), "--version").redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("cat ");
        assertThat(process.waitFor()).isZero();
    }

    private Path unpacked() throws Exception {
        Path root = Files.createDirectories(directory.resolve("root"));
        for (JsonNode layer : manifest().get("layers")) {
            Process tar = new ProcessBuilder("tar", "-xzf", file(layer).toString(), "-C", root.toString())
                    .redirectErrorStream(true).start();
            assertThat(new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
            assertThat(tar.waitFor()).isZero();
        }
        return root;
    }

    @Test
    void aLibraryThatThisMachineLacksIsNamed() throws IOException {
        assertThat(SharedLibraries.parse(PROGRAM, List.of("\tlinux-vdso.so.1 (0x00007ffd)",
                "\tlibz.so.1 => /lib/libz.so.1 (0x00007f12)", "\t/lib64/ld-linux-x86-64.so.2 (0x00007f13)")))
                .containsOnlyKeys("/lib/libz.so.1", "/lib64/ld-linux-x86-64.so.2");
        assertThat(SharedLibraries.parse(PROGRAM, List.of("\tstatically linked"))).isEmpty();
        assertThatThrownBy(() -> SharedLibraries.parse(PROGRAM, List.of("\tlibodd.so.3 => not found")))
                .isInstanceOf(IOException.class).hasMessageContaining("libodd.so.3");
    }
}
