package org.graalvisor.script.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.graal.isolated.CompilerIsolateThread;

/** Native Image's own preparation of a compiler isolate. */
@TargetClass(className = "com.oracle.svm.graal.isolated.IsolatedGraalUtils")
final class IsolatedGraal {
    private IsolatedGraal() {}

    @Alias
    static native void initializeCompilationIsolate(CompilerIsolateThread isolate);
}
