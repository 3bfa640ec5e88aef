package org.graalvisor.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the header of an ELF file before the dynamic linker does, to say clearly what is wrong with a file that is no
 * library for this machine. Offsets and values are from the System V ABI and its processor supplements.
 */
public final class ElfCheck {
    private static final int HEADER_BYTES = 64;
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
        ByteBuffer header = header(library);
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

    private static ByteBuffer header(Path library) {
        try (InputStream input = Files.newInputStream(library)) {
            return ByteBuffer.wrap(input.readNBytes(HEADER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UnloadableLibraryException("cannot read " + library + ": " + e.getMessage());
        }
    }
}
