package org.graalvisor.baselines.openwhisk.conformance;

import java.io.IOException;

/** One running runtime. */
public interface RuntimeInstance extends AutoCloseable {

    /** Its port at 127.0.0.1. */
    int port();

    /**
     * What it wrote to standard output since it listens.
     *
     * @throws IOException when that cannot be read
     */
    String stdout() throws IOException;

    /**
     * What it wrote to standard error.
     *
     * @throws IOException when that cannot be read
     */
    String stderr() throws IOException;

    /** Ends it. */
    @Override
    void close() throws IOException;
}
