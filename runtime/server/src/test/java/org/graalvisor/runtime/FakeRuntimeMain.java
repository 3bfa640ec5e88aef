package org.graalvisor.runtime;

/** The runtime as a process of its own, over {@link FakeLibraryLoader}: for tests of start and end, and for measuring by hand. */
public final class FakeRuntimeMain {
    private FakeRuntimeMain() {}

    /** Runs the runtime. */
    public static void main(String[] arguments) {
        int status = RuntimeMain.run(arguments, new FakeLibraryLoader(), Runtime.getRuntime()::halt);
        if (status != 0) {
            System.exit(status);
        }
    }
}
