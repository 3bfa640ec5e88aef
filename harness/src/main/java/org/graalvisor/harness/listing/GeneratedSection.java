package org.graalvisor.harness.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.harness.config.ConfigurationException;

/** The lines of a document between two comments that say they are generated. */
public final class GeneratedSection {
    /** Precedes the section. */
    public static final String BEGIN = "<!-- generated: ./graalvisor list workloads --write docs/workloads.md -->";
    /** Follows the section. */
    public static final String END = "<!-- end of generated -->";

    private GeneratedSection() {}

    /**
     * Reads the section.
     *
     * @param document a Markdown file
     * @throws ConfigurationException when the file cannot be read, or has no section
     */
    public static List<String> read(Path document) {
        List<String> lines = lines(document);
        return lines.subList(place(lines, BEGIN, document) + 1, place(lines, END, document));
    }

    /**
     * Replaces the section.
     *
     * @param document a Markdown file
     * @param section its new lines
     * @throws ConfigurationException when the file cannot be written, or has no section
     */
    public static void write(Path document, List<String> section) {
        List<String> lines = lines(document);
        List<String> changed = new ArrayList<>(lines.subList(0, place(lines, BEGIN, document) + 1));
        changed.addAll(section);
        changed.addAll(lines.subList(place(lines, END, document), lines.size()));
        try {
            Files.write(document, changed);
        } catch (IOException e) {
            throw new ConfigurationException(List.of("cannot write " + document + ": " + e));
        }
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new ConfigurationException(List.of("cannot read " + document + ": " + e));
        }
    }

    private static int place(List<String> lines, String marker, Path document) {
        int place = lines.indexOf(marker);
        if (place < 0) {
            throw new ConfigurationException(List.of(document + " has no line '" + marker + "'"));
        }
        return place;
    }
}
