package org.graalvisor.workloads.catalogue.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * One jar with a function and the libraries it uses: what a cluster would be given, and what is compiled ahead of time. It holds
 * nothing else, so that neither a start nor an image depends on other functions, and equal contents are equal bytes.
 */
public final class FunctionJar {
    /** The earliest a jar can hold. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int NAME_DIGITS = 20;

    private FunctionJar() {}

    /**
     * The jar for a Java virtual machine.
     *
     * @param code of the function
     * @throws UncheckedIOException when a part cannot be read
     */
    public static byte[] forHotSpot(JavaCode code) {
        return pack(code.parts().stream());
    }

    /**
     * Writes the jar to compile ahead of time.
     *
     * @param code of the function
     * @param directory made when missing; equal jars are one file
     * @return the jar, named by class and content
     * @throws UncheckedIOException when a part cannot be read, or the jar cannot be written
     */
    public static Path writeForImage(JavaCode code, Path directory) {
        byte[] jar = pack(code.parts().stream().filter(JarPart::inImages));
        Path file = directory.resolve(code.className() + "-" + sha256(jar).substring(0, NAME_DIGITS) + ".jar");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Path incomplete = Files.createTempFile(directory, code.className(), ".partial");
                Files.write(incomplete, jar);
                Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the function's jar " + file, e);
        }
    }

    private static byte[] pack(Stream<JarPart> parts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        parts.forEach(part -> read(part, files));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(EPOCH);
                jar.putNextEntry(entry);
                jar.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static void read(JarPart part, Map<String, byte[]> files) {
        int before = files.size();
        try {
            if (Files.isDirectory(part.location())) {
                readDirectory(part, files);
            } else {
                readJar(part, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + part.location(), e);
        }
        if (files.size() == before) {
            throw new IllegalStateException(part.location() + " has no file that begins with " + part.prefixes());
        }
    }

    private static void readDirectory(JarPart part, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.walk(part.location())) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = part.location().relativize(file).toString();
                if (part.includes(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void readJar(JarPart part, Map<String, byte[]> files) throws IOException {
        try (ZipFile jar = new ZipFile(part.location().toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && part.includes(entry.getName())) {
                    try (InputStream input = jar.getInputStream(entry)) {
                        files.put(entry.getName(), input.readAllBytes());
                    }
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
