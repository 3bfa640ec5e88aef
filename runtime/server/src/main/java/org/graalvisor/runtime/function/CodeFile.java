package org.graalvisor.runtime.function;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** One function's code on disk. Used by one thread at a time. */
public final class CodeFile {
    private final Path path;
    private final FileChannel channel;
    private final AtomicLong totalBytes;
    private long length;

    CodeFile(Path path, FileChannel channel, AtomicLong totalBytes) {
        this.path = path;
        this.channel = channel;
        this.totalBytes = totalBytes;
    }

    /** Appends. */
    public void write(byte[] bytes, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        length += count;
        totalBytes.addAndGet(count);
    }

    /** Bytes written. */
    public long length() {
        return length;
    }

    /** The complete file; nothing can be written any more. */
    public Path complete() throws IOException {
        channel.close();
        return path;
    }

    /** Removes the file. */
    public void delete() {
        totalBytes.addAndGet(-length);
        length = 0;
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The directory as a whole is removed at exit, or by the next runtime.
            length = 0;
        }
    }
}
