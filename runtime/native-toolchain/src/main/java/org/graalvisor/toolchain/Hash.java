package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** SHA-256 over everything a build depends on. */
final class Hash {
    private static final List<String> PACKING = List.of("META-INF/MANIFEST.MF", "META-INF/maven/");

    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Hash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
        return this;
    }

    Hash addAll(List<String> texts) {
        add(Integer.toString(texts.size()));
        texts.forEach(this::add);
        return this;
    }

    /**
     * Adds a class path entry: names and contents of what is in a jar or below a directory, but not where it lies. Classes
     * are the same in a jar as in the directory it was packed from, so what the packing adds does not count.
     */
    Hash addClassPathEntry(Path path) {
        try {
            if (Files.isDirectory(path)) {
                addDirectory(path);
            } else {
                addJar(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ", an input of a native image", e);
        }
    }

    private void addDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).toList()) {
                try (InputStream input = Files.newInputStream(file)) {
                    addContent(directory.relativize(file).toString(), Files.size(file), input);
                }
            }
        }
    }

    private void addJar(Path path) throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            List<ZipEntry> entries = jar.stream().<ZipEntry>map(entry -> entry)
                    .filter(entry -> !entry.isDirectory() && PACKING.stream().noneMatch(entry.getName()::startsWith))
                    .sorted(Comparator.comparing(ZipEntry::getName)).toList();
            for (ZipEntry entry : entries) {
                try (InputStream input = jar.getInputStream(entry)) {
                    addContent(entry.getName(), entry.getSize(), input);
                }
            }
        }
    }

    private void addContent(String name, long size, InputStream input) throws IOException {
        add(name);
        add(Long.toString(size));
        byte[] buffer = new byte[1 << 16];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            digest.update(buffer, 0, count);
        }
    }

    /** The first 80 bits in hexadecimal: short enough for a path, long enough that no two builds meet. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
    }
}
