package org.graalvisor.runtime.openwhisk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip archives of actions. */
final class ActionArchive {
    /** What an archive may hold unpacked; the budget of an isolate ends earlier. */
    private static final int MAX_UNPACKED_BYTES = 1 << 29;

    private ActionArchive() {}

    /**
     * Unpacks an archive.
     *
     * @param base64 the archive in base64, with or without line breaks
     * @return contents by name
     * @throws UnloadableActionException when it is no archive, or holds nothing
     */
    static Map<String, byte[]> unpack(byte[] base64) {
        Map<String, byte[]> files = new TreeMap<>();
        long unpackedBytes = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Base64.getMimeDecoder().decode(
                base64)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(MAX_UNPACKED_BYTES);
                unpackedBytes += content.length;
                if (unpackedBytes >= MAX_UNPACKED_BYTES) {
                    throw new UnloadableActionException("the archive unpacks to more than " + MAX_UNPACKED_BYTES
                            + " bytes");
                }
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnloadableActionException(e.getMessage());
        }
        if (files.isEmpty()) {
            throw new UnloadableActionException("no entry of a zip archive was found");
        }
        return files;
    }

    /** Packs files without compressing them: the archive stays in this process. */
    static byte[] pack(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
