package org.graalvisor.function.image;

import com.oracle.svm.core.Isolates;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Initializes the JDK's native libraries once a process instead of once an isolate.
 *
 * <p>
 * Native Image looks up JNI field ids for libjava whenever an isolate is created, and stores them in static variables
 * of that library. They are offsets into objects, the same in every isolate of one image, so the first isolate's values
 * serve all. A library that an isolate asks for by itself, such as libnio, is still initialized there.
 */
@TargetClass(className = "com.oracle.svm.core.posix.PosixNativeLibrarySupport")
final class BuiltinLibraries {

    /** Native Image also raises the limit of open files here: in a function library that is the host process's business. */
    @Substitute
    public boolean initializeBuiltinLibraries() {
        if (Isolates.isCurrentFirst()) {
            loadJavaLibrary();
            loadNetLibrary();
        }
        return true;
    }

    @Alias
    native void loadJavaLibrary();

    @Alias
    private static native void loadNetLibrary();
}
