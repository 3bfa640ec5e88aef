package org.graalvisor.workloads.catalogue.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip archive with these files, whose checksums are right and which was compressed.
 *
 * @param names of the files, in order
 * @param totalBytes of them unpacked
 */
public record ZipCheck(List<String> names, long totalBytes) implements ContentCheck {

    public ZipCheck {
        names = List.copyOf(names);
    }

    @Override
    public void require(byte[] content) {
        List<String> found = new ArrayList<>();
        long bytes = 0;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                found.add(entry.getName());
                bytes += archive.readAllBytes().length;
            }
        } catch (IOException e) {
            throw new WrongOutputException("the content is no sound zip archive: " + e.getMessage());
        }
        OutputChecks.requireEqual("the list of packed files", names, found);
        OutputChecks.requireEqual("the number of packed bytes", totalBytes, bytes);
        if (content.length >= totalBytes) {
            throw new WrongOutputException("the archive is not compressed: " + content.length + " bytes");
        }
    }
}
