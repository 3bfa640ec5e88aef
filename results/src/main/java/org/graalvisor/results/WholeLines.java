package org.graalvisor.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text file up to its last line feed. What follows is a line that was torn when its writer was killed.
 *
 * @param file the file
 * @param lengthBytes length of its whole lines
 * @param torn whether a torn line follows
 */
record WholeLines(Path file, long lengthBytes, boolean torn) {

    static WholeLines of(Path file) {
        if (!Files.exists(file)) {
            return new WholeLines(file, 0, false);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long end = endOfLastLine(channel, size);
            return new WholeLines(file, end, end < size);
        } catch (IOException e) {
            throw new ResultsException("read " + file, e, "Check permissions of the results folder");
        }
    }

    BufferedReader reader() throws IOException {
        if (lengthBytes == 0) {
            return new BufferedReader(new InputStreamReader(InputStream.nullInputStream(), StandardCharsets.UTF_8));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new BufferedReader(
                new InputStreamReader(new BoundedInput(Channels.newInputStream(channel), lengthBytes),
                        StandardCharsets.UTF_8));
    }

    private static long endOfLastLine(FileChannel channel, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 13);
        long blockEnd = size;
        while (blockEnd > 0) {
            long blockStart = Math.max(0, blockEnd - block.capacity());
            block.clear().limit(Math.toIntExact(blockEnd - blockStart));
            while (block.hasRemaining() && channel.read(block, blockStart + block.position()) >= 0) {
                // A read may be short; the loop asks for the rest.
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return blockStart + i + 1;
                }
            }
            blockEnd = blockStart;
        }
        return 0;
    }
}
