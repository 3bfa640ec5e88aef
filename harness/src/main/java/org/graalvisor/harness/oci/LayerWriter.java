package org.graalvisor.harness.oci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes layers: compressed tar archives, equal for equal contents. */
final class LayerWriter {
    private static final String MEDIA_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final int DIRECTORY_BITS = 0755;
    private static final int PROGRAM_BITS = 0755;
    private static final int FILE_BITS = 0644;

    private LayerWriter() {}

    static Layer write(LayerContent content, Blobs blobs) throws IOException {
        MessageDigest uncompressed = Blobs.sha256();
        Descriptor blob = blobs.add(MEDIA_TYPE, output -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(output);
                    OutputStream hashed = new DigestOutputStream(gzip, uncompressed)) {
                writeArchive(content, hashed);
            }
        });
        return new Layer(blob, Blobs.digest(uncompressed), content.comment());
    }

    private static void writeArchive(LayerContent content, OutputStream output) throws IOException {
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(output)) {
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Map.Entry<String, Integer> directory : directories(content).entrySet()) {
                TarArchiveEntry entry = entry(directory.getKey().substring(1) + "/", directory.getValue());
                archive.putArchiveEntry(entry);
                archive.closeArchiveEntry();
            }
            for (Map.Entry<String, Path> file : new TreeMap<>(content.files()).entrySet()) {
                TarArchiveEntry entry = entry(file.getKey().substring(1), Files.isExecutable(file.getValue())
                        ? PROGRAM_BITS
                        : FILE_BITS);
                entry.setSize(Files.size(file.getValue()));
                archive.putArchiveEntry(entry);
                Files.copy(file.getValue(), archive);
                archive.closeArchiveEntry();
            }
        }
    }

    /** No time and no owner of this machine: they would make every image another one. */
    private static TarArchiveEntry entry(String name, int permissions) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(permissions);
        return entry;
    }

    /** All directories, parents first. */
    private static Map<String, Integer> directories(LayerContent content) {
        TreeMap<String, Integer> all = new TreeMap<>();
        content.files().keySet().forEach(file -> addParents(file, all));
        content.directories().keySet().forEach(directory -> addParents(directory, all));
        all.putAll(content.directories());
        return all;
    }

    private static void addParents(String path, Map<String, Integer> directories) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            directories.put(path.substring(0, slash), DIRECTORY_BITS);
        }
    }
}
