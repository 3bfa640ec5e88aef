package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The {@code META-INF/native-image/**}{@code /native-image.properties} of a class path entry, see
 * https://www.graalvm.org/jdk25/reference-manual/native-image/overview/BuildConfiguration/.
 *
 * @param args options for the image
 * @param javaArgs options for the virtual machine that builds it
 * @param onModulePath whether the jar has to be in the boot layer
 */
record ImageProperties(List<String> args, List<String> javaArgs, boolean onModulePath) {
    private static final String ROOT = "META-INF/native-image/";
    private static final String FILE = "native-image.properties";

    static List<ImageProperties> read(Path classPathEntry) {
        try {
            return Files.isDirectory(classPathEntry) ? readDirectory(classPathEntry) : readJar(classPathEntry);
        } catch (IOException e) {
            throw new ToolchainException("cannot read the class path entry " + classPathEntry, e);
        }
    }

    static ImageProperties parse(InputStream input, String location) throws IOException {
        Properties properties = new Properties();
        properties.load(input);
        return new ImageProperties(words(properties, "Args", location), words(properties, "JavaArgs", location),
                properties.containsKey("ForceOnModulePath"));
    }

    private static List<ImageProperties> readDirectory(Path directory) throws IOException {
        Path root = directory.resolve(ROOT);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<ImageProperties> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(file -> file.endsWith(FILE)).sorted().toList()) {
                try (InputStream input = Files.newInputStream(file)) {
                    found.add(parse(input, root.relativize(file.getParent()).toString()));
                }
            }
        }
        return found;
    }

    private static List<ImageProperties> readJar(Path path) throws IOException {
        List<ImageProperties> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(ROOT) && name.endsWith("/" + FILE)) {
                    try (InputStream input = jar.getInputStream(entry)) {
                        found.add(parse(input, name.substring(ROOT.length(), name.length() - FILE.length() - 1)));
                    }
                }
            }
        }
        return found;
    }

    /** {@code ${.}} stands for the directory of the file below META-INF/native-image, as a resource path. */
    private static List<String> words(Properties properties, String key, String location) {
        String value = properties.getProperty(key, "").replace("${.}", ROOT + location).strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }
}
