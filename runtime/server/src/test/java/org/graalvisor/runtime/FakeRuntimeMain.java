package org.graalvisor.runtime;

import org.graalvisor.runtime.function.ScriptLibraryFiles;

/** The runtime as a process of its own, over {@link FakeLibraryLoader}: for tests of start and end, and for measuring by hand. */
public final class FakeRuntimeMain {
    private FakeRuntimeMain() {}

    /** Runs the runtime. */
    public static void main(String[] arguments) {
        FakeLibraryLoader loader = new FakeLibraryLoader();
        int status = RuntimeMain.run(arguments, loader, files -> new ScriptLibraryFiles(files, loader),
                new ProcessAccess(Runtime.getRuntime()::halt, System::nanoTime));
        if (status != 0) {
            System.exit(status);
        }
    }
}
