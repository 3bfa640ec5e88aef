package org.graalvisor.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A script function as its registration describes it.
 *
 * @param language it is written in
 * @param name of the function, for messages
 * @param entryPoint name of the function's own function
 * @param grants what it may do, as {@link Grants#parse} reads it
 * @param contexts most contexts that share one isolate, its parsed and its compiled code; 1 shares nothing
 * @param engineOptions options of the language engine, from whoever runs the runtime: lines {@code name=value}, mostly none
 * @param code the source in UTF-8, or a zip archive with a main file
 */
public record ScriptProgram(ScriptLanguage language, String name, String entryPoint, String grants, int contexts,
        String engineOptions, byte[] code) {
    /** A local file header of the zip format, APPNOTE.TXT 4.3.7. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Whether the code is an archive. */
    public boolean isArchive() {
        if (code.length < ZIP.length) {
            return false;
        }
        for (int i = 0; i < ZIP.length; i++) {
            if (code[i] != ZIP[i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes {@link #decode} reads. */
    public byte[] encode() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(code.length + 256);
            DataOutputStream output = new DataOutputStream(bytes);
            write(output, language.id().getBytes(StandardCharsets.UTF_8));
            output.writeInt(contexts);
            write(output, name.getBytes(StandardCharsets.UTF_8));
            write(output, entryPoint.getBytes(StandardCharsets.UTF_8));
            write(output, grants.getBytes(StandardCharsets.UTF_8));
            write(output, engineOptions.getBytes(StandardCharsets.UTF_8));
            write(output, code);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be written", e);
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are something else
     */
    public static ScriptProgram decode(byte[] bytes) {
        try {
            DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
            String id = new String(read(input), StandardCharsets.UTF_8);
            ScriptLanguage language = ScriptLanguage.find(id).orElseThrow(() -> new IOException("no language " + id));
            int contexts = input.readInt();
            String name = new String(read(input), StandardCharsets.UTF_8);
            String entryPoint = new String(read(input), StandardCharsets.UTF_8);
            String grants = new String(read(input), StandardCharsets.UTF_8);
            String engineOptions = new String(read(input), StandardCharsets.UTF_8);
            return new ScriptProgram(language, name, entryPoint, grants, contexts, engineOptions, read(input));
        } catch (IOException e) {
            throw new IllegalArgumentException("these " + bytes.length + " bytes are no encoded script function", e);
        }
    }

    private static void write(DataOutputStream output, byte[] bytes) throws IOException {
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static byte[] read(DataInputStream input) throws IOException {
        int length = input.readInt();
        if (length < 0 || length > input.available()) {
            throw new IOException("truncated");
        }
        return input.readNBytes(length);
    }
}
