package org.graalvisor.runtime;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.cpu.CgroupCpuLimiter;
import org.graalvisor.runtime.dispatch.DispatchSettings;
import org.graalvisor.runtime.function.FunctionSettings;
import org.graalvisor.runtime.function.ScriptLibraries;
import org.graalvisor.runtime.http.HttpLimits;
import org.graalvisor.runtime.openwhisk.ActionDialect;
import org.graalvisor.runtime.openwhisk.ActionLogs;
import org.graalvisor.runtime.openwhisk.ActionSettings;
import org.graalvisor.runtime.service.GraalvisorServer;
import org.graalvisor.runtime.service.ServerClocks;
import org.graalvisor.runtime.service.ServerSettings;
import org.graalvisor.runtime.time.NanoClock;

/**
 * Runs the runtime as a process. The thread that calls {@link #run} never touches an isolate: attaching a process's main thread
 * makes the C library read all of /proc/self/maps, which grows with every isolate.
 */
public final class RuntimeMain {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;
    /** 128 + SIGTERM, as shells report it. */
    private static final int EXIT_TERMINATED = 143;
    private static final long IDLE_THREAD_MS = 10_000;

    private RuntimeMain() {}

    /**
     * Serves until the process is told to end (SIGTERM, SIGINT).
     *
     * @param arguments the command line
     * @param loader loads functions' libraries, in the way this kind of process can
     * @param scripts makes script libraries of the files the command line names
     * @param access what needs the system's own functions
     * @return the process's exit code: 0 after --help, 2 for a wrong command line, 5 when the server cannot start
     */
    public static int run(String[] arguments, LibraryLoader loader,
            Function<Map<ScriptLanguage, Path>, ScriptLibraries> scripts, ProcessAccess access) {
        RuntimeOptions options;
        try {
            options = OptionParser.parse(arguments, System.getenv());
        } catch (UsageException e) {
            print(FileDescriptor.err, e.getMessage());
            return EXIT_USAGE;
        }
        if (options.help()) {
            print(FileDescriptor.out, OptionParser.HELP.strip());
            return 0;
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(options.host());
        } catch (IllegalArgumentException e) {
            print(FileDescriptor.err, "Option --host must be an IP address such as 127.0.0.1, got: " + options.host());
            return EXIT_USAGE;
        }
        return serve(options, new InetSocketAddress(address, options.port()), loader, scripts.apply(options
                .scriptLibraries()), access);
    }

    private static int serve(RuntimeOptions options, InetSocketAddress address, LibraryLoader loader,
            ScriptLibraries scripts, ProcessAccess access) {
        GraalvisorServer server;
        try {
            CgroupCpuLimiter limiter = new CgroupCpuLimiter(Path.of("/sys/fs/cgroup"), Path.of("/proc"));
            server = new GraalvisorServer(address, settings(options), loader, scripts, limiter, new ServerClocks(
                    NanoClock.SYSTEM, access.threadCpuClock()));
        } catch (IOException e) {
            print(FileDescriptor.err, "Cannot listen on " + options.host() + " port " + options.port() + ": " + e
                    .getMessage()
                    + "; choose another --port, or 0 for any free one");
            return EXIT_FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop(options.graceMs());
            access.exit().accept(EXIT_TERMINATED);
        }, "shutdown"));
        server.start();
        String host = address.getAddress().getHostAddress();
        print(FileDescriptor.out, "graalvisor listening on http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]")
                + ":" + server.port());
        removeLeftovers(server);
        return options.endWithStdin() ? awaitEndOfInput() : awaitEnd();
    }

    private static ServerSettings settings(RuntimeOptions options) {
        HttpLimits limits = HttpLimits.DEFAULT.withMaxBodyBytes(options.maxBodyBytes());
        DispatchSettings dispatch = new DispatchSettings(limits, options.maxThreads(), Runtime.getRuntime()
                .availableProcessors(), IDLE_THREAD_MS,
                options.lingerMicros());
        FunctionSettings functions = new FunctionSettings(TimeUnit.MILLISECONDS.toNanos(options.idleTtlMs()),
                options.trimAfterMs() == 0
                        ? Long.MAX_VALUE
                        : TimeUnit.MILLISECONDS.toNanos(options.trimAfterMs()), options.singleFunction(), options
                                .contextsPerIsolate(), options.engineOptions(), options
                                        .takeTurns() ? Runtime.getRuntime().availableProcessors() : Integer.MAX_VALUE);
        return new ServerSettings(dispatch, functions, options.defaultTimeoutMs(), options.cpuLimit(), Path.of(System
                .getProperty("java.io.tmpdir", "/tmp")), options.action().map(dialect -> action(dialect, options)));
    }

    @SuppressWarnings("resource") // the standard streams stay open
    private static ActionSettings action(ActionDialect dialect, RuntimeOptions options) {
        ActionLogs logs = new ActionLogs(new FileOutputStream(FileDescriptor.out), new FileOutputStream(
                FileDescriptor.err));
        return new ActionSettings(dialect, System.getenv(), logs, options.actionMemoryBytes());
    }

    /** After the server is up, since nobody waits for it. */
    private static void removeLeftovers(GraalvisorServer server) {
        try {
            server.removeLeftovers();
        } catch (IOException e) {
            print(FileDescriptor.err, "Cannot remove what killed runtimes left behind: " + e.getMessage());
        }
    }

    /** The shutdown hook ends the process; this thread only keeps it alive until then. */
    private static int awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return EXIT_TERMINATED;
    }

    @SuppressWarnings("resource") // the standard streams stay open
    private static int awaitEndOfInput() {
        try {
            new FileInputStream(FileDescriptor.in).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken input has ended, too.
            return EXIT_TERMINATED;
        }
        return EXIT_TERMINATED;
    }

    /** One system call; System.out would first set up encoders and buffers. */
    @SuppressWarnings("resource") // the standard streams stay open
    private static void print(FileDescriptor descriptor, String line) {
        try {
            new FileOutputStream(descriptor).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A closed standard output must not end the server.
            return;
        }
    }
}
