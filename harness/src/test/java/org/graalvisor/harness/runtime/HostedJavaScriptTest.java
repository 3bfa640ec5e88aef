package org.graalvisor.harness.runtime;

import java.util.List;
import org.graalvisor.harness.build.Images;
import org.junit.jupiter.api.Tag;

/** JavaScript functions on HotSpot. */
@Tag("native")
class HostedJavaScriptTest extends ScriptContract {
    HostedJavaScriptTest() {
        super(ScriptSamples.JAVASCRIPT, "67108864");
    }

    @Override
    List<String> command(Images built) {
        return HostedScripts.command();
    }
}
