package org.graalvisor.toolchain;

import java.util.List;

/** Image options every function library is built with; each was measured, see docs/isolate-cost.md. */
final class FunctionImageOptions {
    static final List<String> OPTIONS = List.of("-H:+UnlockExperimentalVMOptions",
            "--initialize-at-build-time=org.graalvisor.function",
            // Code pointers in the image heap need no relocation, so its pages stay shared between isolates.
            "-H:+RelativeCodePointers",
            // No reference handler thread in each isolate; org.graalvisor.function.References does its work.
            "-R:-AutomaticReferenceHandling",
            // The substitutions of org.graalvisor.function.image name classes of the builder.
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core.heap=ALL-UNNAMED");

    private FunctionImageOptions() {}
}
