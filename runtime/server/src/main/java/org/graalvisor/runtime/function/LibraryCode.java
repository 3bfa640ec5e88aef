package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;

/**
 * A Java function: a library of its own.
 *
 * @param library loaded from the file
 * @param file deleted at the end
 */
record LibraryCode(FunctionLibrary library, CodeFile file) implements FunctionCode {
    @Override
    public FunctionIsolate createIsolate(long maxHeapBytes, CancellationWatch watch) {
        return library.createIsolate(maxHeapBytes);
    }

    @Override
    public int contexts() {
        return 1;
    }

    @Override
    public void close() {
        try {
            library.close();
        } finally {
            file.delete();
        }
    }
}
