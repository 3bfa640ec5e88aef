package org.graalvisor.runtime.service;

import java.io.IOException;
import org.graalvisor.runtime.function.CodeFile;
import org.graalvisor.runtime.function.FunctionSpec;
import org.graalvisor.runtime.http.BodySink;

/**
 * The body of a registration: code that goes straight to disk, so that it never takes up heap.
 *
 * @param spec what is registered
 * @param file where the code goes
 */
record CodeSink(FunctionSpec spec, CodeFile file) implements BodySink {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
    }

    @Override
    public void abandon() {
        file.delete();
    }
}
