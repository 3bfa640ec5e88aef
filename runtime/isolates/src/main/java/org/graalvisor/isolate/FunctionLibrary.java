package org.graalvisor.isolate;

/**
 * The loaded code of one function: a shared library whose isolates are the sandboxes invocations run in.
 *
 * <p>
 * Implementations are safe for use by several threads.
 */
public interface FunctionLibrary extends AutoCloseable {

    /**
     * Creates an isolate. The calling thread has to be the first to use or to tear it down; any thread may afterwards.
     * Never call it on a process's main thread: glibc then reads all of /proc/self/maps to find that thread's stack.
     *
     * @param maxHeapBytes most bytes of Java heap the isolate may use, at least {@link #MINIMUM_HEAP_BYTES}
     * @throws IsolateCreationException when the operating system or the library refuses
     */
    FunctionIsolate createIsolate(long maxHeapBytes);

    /** Unloads the code. Every isolate must have been torn down before. */
    @Override
    void close();

    /** An isolate needs one aligned heap chunk (512 KiB) for each of eden, survivor and old generation. */
    long MINIMUM_HEAP_BYTES = 2L << 20;
}
