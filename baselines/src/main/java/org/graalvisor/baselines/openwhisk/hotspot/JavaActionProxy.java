package org.graalvisor.baselines.openwhisk.hotspot;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.graalvisor.baselines.scratch.ScratchDirectory;

/** Runs the proxy as a process until SIGTERM, SIGINT or, with --end-with-stdin, the end of standard input. */
public final class JavaActionProxy {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;
    private static final String CONCURRENCY_VARIABLE = "__OW_ALLOW_CONCURRENT";

    private static final String PREFIX = "openwhisk-java-";

    private JavaActionProxy() {}

    /**
     * Starts the proxy.
     *
     * @param arguments see {@link ProxyOptions#HELP}
     */
    public static void main(String[] arguments) {
        ActionLogs logs = new ActionLogs(stream(FileDescriptor.out), stream(FileDescriptor.err));
        System.setOut(logs.out());
        System.setErr(logs.err());
        // Without it, replies on connections that are kept wait for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Seconds a connection may idle and a request may take to arrive; those of the other runtimes.
        System.setProperty("sun.net.httpserver.idleInterval", "75");
        System.setProperty("sun.net.httpserver.maxReqTime", "60");
        ProxyOptions options;
        try {
            options = ProxyOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            logs.error(e.getMessage() + "\n" + ProxyOptions.HELP);
            System.exit(EXIT_USAGE);
            return;
        }
        try {
            serve(options, logs);
        } catch (IOException e) {
            logs.error("Cannot listen on " + options.host() + " port " + options.port() + ": " + e.getMessage()
                    + "; choose another --port, or 0 for any free one");
            System.exit(EXIT_FAILED);
        }
    }

    private static void serve(ProxyOptions options, ActionLogs logs) throws IOException {
        ScratchDirectory workDirectory = ScratchDirectory.create(PREFIX);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(workDirectory)));
        boolean concurrent = Boolean.parseBoolean(System.getenv(CONCURRENCY_VARIABLE));
        ProxyServer server = new ProxyServer(new InetSocketAddress(options.host(), options.port()), new ActionProxy(
                workDirectory.path(), logs, concurrent), options.maxBodyBytes());
        if (options.port() == 0) {
            String host = options.host().indexOf(':') < 0 ? options.host() : "[" + options.host() + "]";
            logs.out().println("openwhisk-java listening on http://" + host + ":" + server.port());
        }
        removeLeftovers(workDirectory, logs);
        if (options.endWithStdin()) {
            awaitEndOf(System.in);
            System.exit(0);
        }
    }

    /** After the proxy is up, since nobody waits for it. */
    private static void removeLeftovers(ScratchDirectory workDirectory, ActionLogs logs) {
        try {
            workDirectory.removeLeftovers(PREFIX);
        } catch (IOException e) {
            logs.error("Cannot remove what killed proxies left behind: " + e.getMessage());
        }
    }

    private static void awaitEndOf(InputStream input) throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    private static void remove(ScratchDirectory workDirectory) {
        try {
            workDirectory.close();
        } catch (IOException e) {
            System.err.println("Cannot remove the proxy's temporary files: " + e.getMessage());
        }
    }

    /** UTF-8 whatever the locale, since the logs are compared across platforms; one system call for a line. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true,
                StandardCharsets.UTF_8);
    }
}
