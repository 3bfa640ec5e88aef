package org.graalvisor.harness.runtime;

import org.junit.jupiter.api.Tag;

/** JavaScript functions in isolates. */
@Tag("native")
class NativeJavaScriptTest extends NativeScriptContract {
    NativeJavaScriptTest() {
        super(ScriptSamples.JAVASCRIPT, "33554432");
    }
}
