package org.graalvisor.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last file of an attempt: its verdict, and length and hash of every other file.
 *
 * @param verdict of the attempt
 * @param files fingerprint per file name
 */
record DoneMarker(Verdict verdict, Map<String, Fingerprint> files) {

    /**
     * @param sha256 lower-case hexadecimal
     * @param lengthBytes length of the file
     */
    record Fingerprint(String sha256, long lengthBytes) {}

    DoneMarker {
        files = Names.sorted(files);
    }

    static DoneMarker of(Path attemptFolder, Verdict verdict) throws IOException {
        return new DoneMarker(verdict, fingerprints(attemptFolder));
    }

    static boolean exists(Path attemptFolder) {
        return Files.isRegularFile(attemptFolder.resolve(CellFiles.DONE));
    }

    static DoneMarker read(Path attemptFolder) {
        JsonFields root = Json.read(attemptFolder.resolve(CellFiles.DONE));
        ManifestFormat.requireSchemaVersion(root);
        Map<String, Fingerprint> files = new TreeMap<>();
        for (JsonFields file : root.objects("files")) {
            files.put(file.text("name"), new Fingerprint(file.text("sha256"), file.integer("lengthBytes")));
        }
        return new DoneMarker(VerdictFormat.read(root.object("verdict")), files);
    }

    void write(Path attemptFolder) throws IOException {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("schemaVersion", Manifest.SCHEMA_VERSION);
        root.set("verdict", VerdictFormat.toJson(verdict));
        var list = root.putArray("files");
        files.forEach((name, fingerprint) -> list.addObject().put("name", name).put("sha256", fingerprint.sha256())
                .put("lengthBytes", fingerprint.lengthBytes()));
        DurableFiles.replace(attemptFolder.resolve(CellFiles.DONE), Json.pretty(root));
    }

    /** Whether the folder still holds exactly the files this marker was written for. */
    boolean matches(Path attemptFolder) throws IOException {
        return files.equals(fingerprints(attemptFolder));
    }

    private static Map<String, Fingerprint> fingerprints(Path folder) throws IOException {
        Map<String, Fingerprint> all = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(CellFiles.DONE) && !name.equals(CellFiles.DONE + ".tmp")) {
                    all.put(name, fingerprint(file));
                }
            }
        }
        return all;
    }

    private static Fingerprint fingerprint(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                long lengthBytes = in.transferTo(OutputStream.nullOutputStream());
                return new Fingerprint(HexFormat.of().formatHex(digest.digest()), lengthBytes);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform offers SHA-256", e);
        }
    }
}
