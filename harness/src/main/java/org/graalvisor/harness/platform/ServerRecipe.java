package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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

    /**
     * Returns the body of a request that invokes a function.
     *
     * @param argumentJson UTF-8 encoded JSON
     */
    default byte[] invokeBody(byte[] argumentJson) {
        return argumentJson;
    }

    /** Tells whether a process runs one invocation at a time, so that it takes several processes to run several. */
    default boolean runsOneInvocationAtATime() {
        return false;
    }

    /** Tells whether it logs something at each invocation, so that only the end of its logs is worth keeping. */
    default boolean logsEachInvocation() {
        return false;
    }

    /**
     * Tells why this machine cannot run a workload here, although the server speaks its language.
     *
     * @param workload one that it serves
     * @return what is missing and what to do about it, nothing when it can
     */
    default Optional<String> problem(String workload) {
        return Optional.empty();
    }
}
