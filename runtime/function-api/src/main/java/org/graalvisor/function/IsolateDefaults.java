package org.graalvisor.function;

import org.graalvm.nativeimage.hosted.RuntimeSystemProperties;

/** System properties that code inside an isolate sees, whatever its language. */
public final class IsolateDefaults {
    private IsolateDefaults() {}

    /** Puts them into the image that is being built. */
    public static void register() {
        // Stock JDKs start processes through a helper program beside the JVM, which an image does not have.
        RuntimeSystemProperties.register("jdk.lang.Process.launchMechanism", "FORK");
        // HTTP keep-alive starts a thread in each isolate that ignores interrupts: tearing the isolate down would wait for
        // it, up to ten seconds. A function may still ask for keep-alive by setting the property itself.
        RuntimeSystemProperties.register("http.keepAlive", "false");
    }
}
