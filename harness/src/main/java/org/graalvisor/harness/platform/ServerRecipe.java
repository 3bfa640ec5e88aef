package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;

/** What distinguishes one HTTP server under test from another. */
public interface ServerRecipe {

    /** Returns the name used in experiments and results. */
    String name();

    /** Tells whether this machine can run it. */
    Availability availability();

    /** Tells whether it can run a workload, named as in experiments. */
    boolean serves(String workload);

    /**
     * Prepares a start.
     *
     * @param scratch empty directory that is deleted after the stop
     * @param port TCP port to listen on, at 127.0.0.1
     * @throws IOException when a configuration file cannot be written
     */
    ServerCommand command(Path scratch, int port) throws IOException;

    /**
     * Registers a function.
     *
     * @param client where to send requests
     * @param function what to register
     * @throws IOException when the connection fails
     * @throws SystemUnderTestException when the server refuses
     */
    void register(HttpEndpoint client, FunctionUnderTest function) throws IOException;

    /** Returns path and query that invoke a function. */
    default String invokeTarget(String functionId) {
        return "/invoke?fid=" + functionId;
    }
}
