package org.graalvisor.harness.runtime;

import org.junit.jupiter.api.Tag;

/** Python functions in isolates. Building their library takes many minutes and 15 GB. */
@Tag("python")
class NativePythonTest extends NativeScriptContract {
    NativePythonTest() {
        super(ScriptSamples.PYTHON, "268435456");
    }
}
