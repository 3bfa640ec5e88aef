package org.graalvisor.isolate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Looks at the header of an ELF file before the dynamic linker does, to say clearly what is wrong with a file that is no
 * library for this machine. Offsets and values are from the System V ABI and its processor supplements.
 */
public final class ElfCheck {
    private static final int HEADER_BYTES = 64;
    private static final int PROGRAM_HEADER_BYTES = 56;
    private static final int MAGIC = 0x464C457F;
    private static final int CLASS_64_LITTLE_ENDIAN = 0x0102;
    private static final int TYPE_SHARED_OBJECT = 3;
    private static final int MACHINE_X86_64 = 62;
    private static final int MACHINE_AARCH64 = 183;

    private ElfCheck() {}

    /**
     * Checks the header.
     *
     * @param library the file
     * @param architecture this machine's, as the system property {@code os.arch} names it
     * @throws UnloadableLibraryException when the file is no shared library for the architecture
     */
    public static void require(Path library, String architecture) {
        try (FileChannel file = FileChannel.open(library)) {
            ByteBuffer header = read(file, 0, HEADER_BYTES);
            requireLibraryFor(architecture, header);
            requireWhole(file, header);
        } catch (IOException e) {
            throw new UnloadableLibraryException("cannot read " + library + ": " + e.getMessage());
        }
    }

    private static void requireLibraryFor(String architecture, ByteBuffer header) {
        if (header.remaining() < HEADER_BYTES || header.getInt(0) != MAGIC) {
            throw new UnloadableLibraryException("the code is no ELF shared library; compile the function with"
                    + " 'graalvisor compile-function' and register the .so it writes");
        }
        int machine = header.getShort(18) & 0xFFFF;
        int expected = architecture.equals("aarch64") ? MACHINE_AARCH64 : MACHINE_X86_64;
        if (header.getShort(4) != CLASS_64_LITTLE_ENDIAN || machine != expected) {
            throw new UnloadableLibraryException("the code is for another processor (ELF machine " + machine
                    + ", this one is " + architecture + "); compile the function on a machine like this one");
        }
        if (header.getShort(16) != TYPE_SHARED_OBJECT) {
            throw new UnloadableLibraryException("the code is an ELF file, but no shared library (type " + header
                    .getShort(16) + ")");
        }
    }

    /** The dynamic linker maps segments without looking at the file's length, and the process dies when it reads one. */
    private static void requireWhole(FileChannel file, ByteBuffer header) throws IOException {
        long tableOffset = header.getLong(32);
        long sectionsOffset = header.getLong(40);
        int entryBytes = header.getShort(54) & 0xFFFF;
        int entries = header.getShort(56) & 0xFFFF;
        int sectionsBytes = (header.getShort(58) & 0xFFFF) * (header.getShort(60) & 0xFFFF);
        long fileBytes = file.size();
        if (entryBytes < PROGRAM_HEADER_BYTES || tableOffset < 0 || tableOffset > fileBytes - (long) entryBytes
                * entries
                || sectionsOffset > fileBytes - sectionsBytes) {
            throw truncated(fileBytes);
        }
        for (int i = 0; i < entries; i++) {
            ByteBuffer segment = read(file, tableOffset + (long) i * entryBytes, PROGRAM_HEADER_BYTES);
            long offset = segment.getLong(8);
            long bytes = segment.getLong(32);
            if (offset < 0 || bytes < 0 || offset > fileBytes - bytes) {
                throw truncated(fileBytes);
            }
        }
    }

    private static UnloadableLibraryException truncated(long fileBytes) {
        return new UnloadableLibraryException("the code is a shared library whose end is missing; only " + fileBytes
                + " bytes arrived");
    }

    private static ByteBuffer read(FileChannel file, long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int count = 0; buffer.hasRemaining() && count >= 0;) {
            count = file.read(buffer, offset + buffer.position());
        }
        return buffer.flip();
    }
}
