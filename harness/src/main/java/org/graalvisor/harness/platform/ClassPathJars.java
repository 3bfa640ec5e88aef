package org.graalvisor.harness.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One jar for all functions of this project: the class path entries they were loaded from, in one archive. */
public final class ClassPathJars implements FunctionJars {
    /** The earliest an archive can hold, so that the jar never changes with the day it is made. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<Class<?>> samples;
    private Optional<byte[]> jar = Optional.empty();

    /**
     * @param samples one class of each class path entry that functions need
     */
    public ClassPathJars(List<Class<?>> samples) {
        this.samples = List.copyOf(samples);
    }

    @Override
    public synchronized byte[] jar(String workload) throws IOException {
        if (jar.isEmpty()) {
            jar = Optional.of(merged());
        }
        return jar.get().clone();
    }

    private byte[] merged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream target = new ZipOutputStream(bytes)) {
            for (Class<?> sample : samples) {
                Path entry = classPathEntry(sample);
                if (Files.isDirectory(entry)) {
                    addTree(entry, target, names);
                } else {
                    try (FileSystem archive = FileSystems.newFileSystem(entry)) {
                        addTree(archive.getPath("/"), target, names);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void addTree(Path root, ZipOutputStream target, Set<String> names) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString();
            if (isNeeded(name) && names.add(name)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EPOCH);
                target.putNextEntry(entry);
                Files.copy(file, target);
            }
        }
    }

    /** Manifests, signatures and module descriptors describe the jars these files came from. */
    private static boolean isNeeded(String name) {
        return !name.endsWith("module-info.class") && (!name.startsWith("META-INF/") || name.startsWith(
                "META-INF/services/"));
    }

    private static Path classPathEntry(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path entry of " + type + " has no usable location", e);
        }
    }
}
