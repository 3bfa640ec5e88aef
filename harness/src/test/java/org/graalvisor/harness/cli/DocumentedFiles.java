package org.graalvisor.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files a document tells its readers to write: a line with a name in backquotes and a colon, then a block of code. */
final class DocumentedFiles {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`:");
    private static final String FENCE = "```";

    private DocumentedFiles() {}

    /** Contents by name. */
    static Map<String, String> read(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher name = NAME.matcher(lines.get(i));
            if (name.matches() && lines.get(i + 1).startsWith(FENCE)) {
                List<String> content = new ArrayList<>();
                for (i += 2; !lines.get(i).equals(FENCE); i++) {
                    content.add(lines.get(i));
                }
                files.put(name.group(1), String.join("\n", content) + "\n");
            }
        }
        return files;
    }
}
