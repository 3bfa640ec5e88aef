package org.graalvisor.script.image;

import com.oracle.svm.core.c.CGlobalData;
import com.oracle.svm.core.c.CGlobalDataFactory;
import com.oracle.svm.core.c.function.IsolateSupportImpl;
import com.oracle.svm.core.graal.isolated.CompilerIsolateThread;
import org.graalvm.nativeimage.Isolate;
import org.graalvm.nativeimage.IsolateThread;
import org.graalvm.nativeimage.Isolates;
import org.graalvm.nativeimage.Isolates.CreateIsolateParameters;
import org.graalvm.nativeimage.c.function.CEntryPoint;
import org.graalvm.word.LocationIdentity;
import org.graalvm.word.Pointer;
import org.graalvm.word.WordFactory;

/**
 * One isolate that compiles for all isolates of this library.
 *
 * <p>
 * Native Image makes a compiler isolate for each isolate that compiles: 30 MB and a cold compiler for each function. Which
 * isolate a compilation is for is said anew at each compilation, so one serves all. It is made for the first isolate that
 * compiles and ends with the last one that did.
 */
final class SharedCompilerIsolate {
    private static final int LOCK = 0;
    private static final int USERS = 4;
    private static final int ISOLATE = 8;
    private static final int BYTES = 16;
    /** A compilation leaves nothing but garbage; without a limit its heap grows to 200 MB before the first is collected. */
    private static final String YOUNG_GENERATION = "-Xmn16m";
    /** More than what stays in use, so that few compilations are followed by a collection of the whole heap. */
    private static final long COLLECTED_BYTES = 32L << 20;
    private static final LocationIdentity ANY = LocationIdentity.ANY_LOCATION;

    /** In the library's data section, which all its isolates see. */
    private static final CGlobalData<Pointer> STATE = CGlobalDataFactory.createBytes(() -> BYTES);

    /** Whether this isolate is among the users; guarded by the lock in {@link #STATE}. */
    private static boolean isUser;

    private SharedCompilerIsolate() {}

    /** Attaches the calling thread of this isolate to the compiler isolate. */
    static CompilerIsolateThread enter() {
        Pointer state = STATE.get();
        lock(state);
        try {
            if (isUser) {
                return attach(state);
            }
            int users = state.readInt(USERS);
            CompilerIsolateThread thread = users == 0 ? create(state) : attach(state);
            state.writeInt(USERS, users + 1);
            isUser = true;
            return thread;
        } finally {
            unlock(state);
        }
    }

    /** Detaches the calling thread after a compilation. */
    static void exit(CompilerIsolateThread thread) {
        collect(thread);
        Isolates.detachThread(thread);
    }

    @CEntryPoint(include = CEntryPoint.NotIncludedAutomatically.class, publishAs = CEntryPoint.Publish.NotPublished)
    static void collect(@CEntryPoint.IsolateThreadContext CompilerIsolateThread thread) {
        Runtime heap = Runtime.getRuntime();
        if (heap.totalMemory() - heap.freeMemory() > COLLECTED_BYTES) {
            heap.gc();
        }
    }

    /** Ends this isolate's use; nothing may be compiled for it any more. */
    static void leave() {
        Pointer state = STATE.get();
        lock(state);
        try {
            if (!isUser) {
                return;
            }
            isUser = false;
            int users = state.readInt(USERS) - 1;
            state.writeInt(USERS, users);
            if (users == 0) {
                Isolates.tearDownIsolate(attach(state));
            }
        } finally {
            unlock(state);
        }
    }

    private static CompilerIsolateThread attach(Pointer state) {
        Isolate isolate = state.readWord(ISOLATE);
        IsolateThread thread = Isolates.attachCurrentThread(isolate);
        return (CompilerIsolateThread) thread;
    }

    private static CompilerIsolateThread create(Pointer state) {
        CreateIsolateParameters parameters = new CreateIsolateParameters.Builder().reservedAddressSpaceSize(WordFactory
                .unsigned(8L << 30)).appendArgument(YOUNG_GENERATION).build();
        CompilerIsolateThread thread = (CompilerIsolateThread) IsolateSupportImpl.createIsolate(parameters, true);
        IsolatedGraal.initializeCompilationIsolate(thread);
        state.writeWord(ISOLATE, Isolates.getIsolate(thread));
        return thread;
    }

    /** Held for a creation at most, a millisecond. */
    private static void lock(Pointer state) {
        while (!state.logicCompareAndSwapInt(LOCK, 0, 1, ANY)) {
            Thread.onSpinWait();
        }
    }

    private static void unlock(Pointer state) {
        state.logicCompareAndSwapInt(LOCK, 1, 0, ANY);
    }
}
