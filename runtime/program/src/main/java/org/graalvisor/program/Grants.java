package org.graalvisor.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What a script function may do beside computing: nothing, unless its registration grants it.
 *
 * @param network whether it may open connections
 * @param helpers whether it may call the Java helpers that need no other grant: images, templates, hashes
 * @param polyglot whether it may use the other languages of its library
 * @param readable absolute paths of directories and files it may read
 * @param commands programs it may start
 */
public record Grants(boolean network, boolean helpers, boolean polyglot, List<String> readable,
        List<String> commands) {
    /** Grants nothing. */
    public static final Grants NONE = new Grants(false, false, false, List.of(), List.of());

    private static final String READ = "read:";
    private static final String RUN = "run:";

    public Grants {
        readable = List.copyOf(readable);
        commands = List.copyOf(commands);
    }

    /**
     * Reads the form used in a registration.
     *
     * @param text such as {@code net,helpers,read:/data,run:ffmpeg}; empty grants nothing
     * @throws IllegalArgumentException naming the part that is no grant, and what grants there are
     */
    public static Grants parse(String text) {
        boolean network = false;
        boolean helpers = false;
        boolean polyglot = false;
        List<String> readable = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (part.equals("net")) {
                network = true;
            } else if (part.equals("helpers")) {
                helpers = true;
            } else if (part.equals("polyglot")) {
                polyglot = true;
            } else if (part.startsWith(READ + "/")) {
                readable.add(part.substring(READ.length()));
            } else if (part.startsWith(RUN) && part.length() > RUN.length()) {
                commands.add(part.substring(RUN.length()));
            } else {
                throw new IllegalArgumentException("'" + part
                        + "' is no grant; grants are net, helpers, polyglot, read:/absolute/path and run:program");
            }
        }
        return new Grants(network, helpers, polyglot, readable, commands);
    }
}
