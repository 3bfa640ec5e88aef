package org.graalvisor.baselines.jvm;

import java.io.IOException;

/** Starts {@link HelloServer} as a process; SIGTERM ends it. */
public final class HelloServerMain {
    private static final int EXIT_USAGE = 2;

    private HelloServerMain() {}

    /**
     * Starts the server.
     *
     * @param arguments the TCP port
     * @throws IOException when the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].matches("[0-9]{1,5}")) {
            System.err.println("usage: HelloServerMain PORT");
            System.exit(EXIT_USAGE);
        }
        HelloServer server = new HelloServer(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
    }
}
