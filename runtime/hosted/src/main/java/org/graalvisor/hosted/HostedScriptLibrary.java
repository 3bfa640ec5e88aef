package org.graalvisor.hosted;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.script.LanguageSupport;
import org.graalvisor.script.ScriptHost;

/**
 * A language of this process. Its isolates are only engines: they share the heap of the process, so no budget holds.
 *
 * @param language that functions are written in
 */
record HostedScriptLibrary(LanguageSupport language) implements FunctionLibrary {
    @Override
    public FunctionIsolate createIsolate(long maxHeapBytes) {
        return new HostedScriptIsolate(ScriptHost.onHotSpot(language));
    }

    @Override
    public void close() {
        // The language stays as long as the process.
    }
}
