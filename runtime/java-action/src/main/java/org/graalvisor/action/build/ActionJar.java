package org.graalvisor.action.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An action's jar, ready to be compiled: its process calls redirected, and all its classes known by name at run time, since the
 * entry point is chosen when the action is initialised.
 */
public final class ActionJar {
    private static final String CLASS = ".class";
    private static final String METADATA = "META-INF/native-image/org.graalvisor.action/reachability-metadata.json";
    /** The start of the zip format's calendar: equal actions make equal jars. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ActionJar() {}

    /**
     * Prepares a jar.
     *
     * @param jar the action's classes and resources
     * @param output the file to write
     * @throws IOException when the jar cannot be read or has no class, or the output cannot be written
     */
    public static void prepare(Path jar, Path output) throws IOException {
        Map<String, byte[]> files = read(jar);
        Map<String, byte[]> classes = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (isClass(name)) {
                classes.put(name.substring(0, name.length() - CLASS.length()), bytes);
            }
        });
        if (classes.isEmpty()) {
            throw new ZipException(jar + " holds no class; give the jar of an action");
        }
        ProcessCalls calls = new ProcessCalls(classes);
        classes.forEach((name, bytes) -> files.put(name + CLASS, calls.redirect(bytes)));
        files.put(METADATA, metadata(classes.keySet()).getBytes(StandardCharsets.UTF_8));
        write(files, output);
    }

    private static String metadata(Set<String> internalNames) {
        return internalNames.stream().map(name -> "{\"type\":\""
                + name.replace('/', '.') + "\",\"allPublicMethods\":true}").collect(Collectors.joining(",",
                        "{\"reflection\":[", "]}"));
    }

    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        files.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static void write(Map<String, byte[]> files, Path output) throws IOException {
        try (OutputStream stream = Files.newOutputStream(output); ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
