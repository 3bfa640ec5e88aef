package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over everything a build depends on. */
final class Hash {
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

    /** Adds the content of a file, or names and contents of everything below a directory, but not where they lie. */
    Hash addContent(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(path.relativize(file).toString());
                add(Long.toString(Files.size(file)));
                addBytes(file);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ", an input of a native image", e);
        }
    }

    private void addBytes(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream input = Files.newInputStream(file)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
    }

    /** The first 80 bits in hexadecimal: short enough for a path, long enough that no two builds meet. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
    }
}
