package org.graalvisor.script.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.graal.isolated.CompilerIsolateThread;

/** Makes Truffle's compiler use {@link SharedCompilerIsolate}. */
@TargetClass(className = "com.oracle.svm.truffle.isolated.IsolateAwareTruffleCompiler")
final class IsolatedCompiler {
    private IsolatedCompiler() {}

    @Substitute
    CompilerIsolateThread beforeCompilation() {
        return SharedCompilerIsolate.enter();
    }

    @Substitute
    void afterCompilation(CompilerIsolateThread thread) {
        SharedCompilerIsolate.exit(thread);
    }

    /**
     * Native Image does this on a thread that the isolate's end interrupts, which leaves the compiler isolate behind.
     *
     * @param endCompilations stops the compiler threads of this isolate and waits for them
     */
    @Substitute
    public void teardown(Runnable endCompilations) {
        endCompilations.run();
        SharedCompilerIsolate.leave();
    }
}
