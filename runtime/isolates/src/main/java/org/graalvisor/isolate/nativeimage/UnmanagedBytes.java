package org.graalvisor.isolate.nativeimage;

import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.word.Pointer;

/** Moves bytes between the Java heap and C memory. */
final class UnmanagedBytes {
    private UnmanagedBytes() {}

    static void clear(Pointer memory, int length) {
        for (int offset = 0; offset < length; offset += Long.BYTES) {
            memory.writeLong(offset, 0);
        }
    }

    static void write(byte[] bytes, CCharPointer target) {
        CTypeConversion.asByteBuffer(target, bytes.length).put(bytes);
    }

    /** A reply may be longer than a ByteBuffer only if it is longer than any Java array. */
    static byte[] read(CCharPointer source, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        CTypeConversion.asByteBuffer(source, bytes.length).get(bytes);
        return bytes;
    }
}
