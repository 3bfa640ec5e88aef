package org.graalvisor.trace.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.graalvisor.trace.TraceException;

/** Opens files that may be compressed; what counts is their first bytes, not their name. */
public final class TableFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TableFile() {}

    /**
     * Opens a file, uncompressed and without its byte order mark.
     *
     * @param file plain or gzip
     * @throws TraceException when it cannot be opened
     */
    public static InputStream open(Path file) {
        try {
            return opened(Files.newInputStream(file));
        } catch (IOException e) {
            throw new TraceException("Cannot open " + file + ": check that it exists, can be read, and is whole", e);
        }
    }

    @SuppressWarnings("resource") // the caller closes the outermost stream
    private static InputStream opened(InputStream raw) throws IOException {
        try {
            InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
            if (startsWith(in, new byte[]{(byte) 0x1f, (byte) 0x8b})) {
                in = new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES);
            }
            if (startsWith(in, BYTE_ORDER_MARK)) {
                in.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return in;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean startsWith(InputStream in, byte[] wanted) throws IOException {
        in.mark(wanted.length);
        byte[] start = in.readNBytes(wanted.length);
        in.reset();
        return Arrays.equals(start, wanted);
    }
}
