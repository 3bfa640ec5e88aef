package org.graalvisor.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.graalvisor.function.RefusedException;
import org.graalvisor.program.ScriptProgram;

/**
 * The files of a script function: one source, or the content of an archive.
 *
 * @param mainFile name of the one that is evaluated
 * @param files content by name
 */
public record ProgramFiles(String mainFile, Map<String, byte[]> files) {
    /** Bytes an archive may hold unpacked; an isolate's budget ends earlier. */
    private static final int MAX_UNPACKED_BYTES = 1 << 30;

    public ProgramFiles {
        files = Map.copyOf(files);
    }

    /**
     * Reads a function's code.
     *
     * @throws RefusedException when it is no text, or an archive without a main file
     */
    public static ProgramFiles of(ScriptProgram program) {
        String main = program.language().mainFile();
        if (!program.isArchive()) {
            return new ProgramFiles(main, Map.of(main, program.code()));
        }
        Map<String, byte[]> files = unpack(program);
        if (!files.containsKey(main)) {
            throw new RefusedException("the archive has no file " + main + "; it has " + String.join(", ", files
                    .keySet()));
        }
        return new ProgramFiles(main, files);
    }

    /** Whether there is more than the main file. */
    public boolean isArchive() {
        return files.size() > 1;
    }

    /** The source that is evaluated. */
    public String mainSource() {
        return text(mainFile).orElseThrow();
    }

    /**
     * A file as text.
     *
     * @param name of the file
     * @return nothing when there is no such file
     * @throws RefusedException when it is not UTF-8
     */
    public Optional<String> text(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new RefusedException("the file " + name + " is not UTF-8 text");
        }
    }

    private static Map<String, byte[]> unpack(ScriptProgram program) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long total = 0;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(program.code()))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = archive.readNBytes(MAX_UNPACKED_BYTES);
                    total += bytes.length;
                    if (total >= MAX_UNPACKED_BYTES) {
                        throw new RefusedException("the archive holds more than " + MAX_UNPACKED_BYTES
                                + " bytes unpacked");
                    }
                    files.put(entry.getName(), bytes);
                }
            }
        } catch (IOException e) {
            throw new RefusedException("the archive cannot be read: " + e.getMessage());
        }
        return files;
    }
}
