package org.graalvisor.baselines.photons;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import org.graalvisor.baselines.photons.http.PhotonsServer;

/** Runs Photons as a process until SIGTERM, SIGINT or, with --end-with-stdin, the end of standard input. */
public final class PhotonsMain {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;
    private static final int MS_PER_S = 1000;

    private PhotonsMain() {}

    /**
     * Starts the server.
     *
     * @param arguments see {@link PhotonsOptions#HELP}
     */
    public static void main(String[] arguments) {
        PhotonsOptions options;
        try {
            options = PhotonsOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_USAGE);
            return;
        }
        if (options.help()) {
            System.out.println(PhotonsOptions.HELP.strip());
            return;
        }
        limitConnections(options);
        try {
            serve(options);
        } catch (IOException e) {
            System.err.println("Cannot listen on " + options.host() + " port " + options.port() + ": " + e.getMessage()
                    + "; choose another --port, or 0 for any free one");
            System.exit(EXIT_FAILED);
        }
    }

    private static void limitConnections(PhotonsOptions options) {
        // Without it, replies wait for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int connections = 2 * options.settings().maxThreads();
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(connections));
        // Closing an idle connection fails the request that is just on its way; by default only 200 may idle.
        System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(connections));
        // Seconds a connection may idle and a request may take to arrive.
        System.setProperty("sun.net.httpserver.idleInterval", "75");
        System.setProperty("sun.net.httpserver.maxReqTime", "60");
    }

    private static void serve(PhotonsOptions options) throws IOException {
        PhotonsServer server = new PhotonsServer(new InetSocketAddress(options.host(), options.port()), options
                .settings());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(server, options.graceMs())));
        String host = options.host().indexOf(':') < 0 ? options.host() : "[" + options.host() + "]";
        System.out.println("photons listening on http://" + host + ":" + server.port());
        removeLeftovers(server);
        if (options.endWithStdin()) {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    /** After the server is up, since nobody waits for it. */
    private static void removeLeftovers(PhotonsServer server) {
        try {
            server.removeLeftovers();
        } catch (IOException e) {
            System.err.println("Cannot remove what killed processes left behind: " + e.getMessage());
        }
    }

    private static void stop(PhotonsServer server, int graceMs) {
        try {
            server.stop((graceMs + MS_PER_S - 1) / MS_PER_S);
        } catch (IOException e) {
            System.err.println("Cannot remove the function's jar: " + e.getMessage());
        }
    }
}
