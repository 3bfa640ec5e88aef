package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file below {@code META-INF/native-image} of a class path entry, where libraries keep what Native Image has to know
 * about them; see https://www.graalvm.org/jdk25/reference-manual/native-image/overview/BuildConfiguration/.
 *
 * @param directory resource path of its directory, without a slash at the end
 * @param name its file name
 * @param content its bytes
 */
record MetaInfFile(String directory, String name, byte[] content) {
    private static final String ROOT = "META-INF/native-image";

    static List<MetaInfFile> readAll(Path classPathEntry) {
        try {
            return Files.isDirectory(classPathEntry) ? readDirectory(classPathEntry) : readJar(classPathEntry);
        } catch (IOException e) {
            throw new ToolchainException("cannot read the class path entry " + classPathEntry, e);
        }
    }

    private static List<MetaInfFile> readDirectory(Path directory) throws IOException {
        Path root = directory.resolve(ROOT);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<MetaInfFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(of(directory.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static List<MetaInfFile> readJar(Path path) throws IOException {
        List<MetaInfFile> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(ROOT + "/")) {
                    try (InputStream input = jar.getInputStream(entry)) {
                        found.add(of(entry.getName(), input.readAllBytes()));
                    }
                }
            }
        }
        return found;
    }

    private static MetaInfFile of(String path, byte[] content) {
        int slash = path.lastIndexOf('/');
        return new MetaInfFile(path.substring(0, slash), path.substring(slash + 1), content);
    }
}
