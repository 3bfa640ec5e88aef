package org.graalvisor.runtime.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.dispatch.Dispatcher;
import org.graalvisor.runtime.dispatch.HttpService;
import org.graalvisor.runtime.function.CodeStore;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.FunctionCounters;
import org.graalvisor.runtime.function.FunctionSettings;
import org.graalvisor.runtime.function.Reaper;
import org.graalvisor.runtime.function.ScriptLibraries;
import org.graalvisor.runtime.openwhisk.ActionService;
import org.graalvisor.runtime.time.NanoClock;

/** The whole runtime, put together. */
public final class GraalvisorServer implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");

    private final Dispatcher dispatcher;
    private final FunctionCache cache;
    private final Reaper reaper;
    private final CodeStore store;
    private final CpuLimiter cpuLimiter;
    private boolean stopped;

    /**
     * Binds the address; serves nothing before {@link #start}.
     *
     * @param loader loads functions' libraries
     * @param scriptLibraries runs script functions
     * @param cpuLimiter makes processor limits; closed by {@link #stop}
     * @param clocks of this process
     * @throws IOException when the address cannot be bound
     */
    public GraalvisorServer(InetSocketAddress address, ServerSettings settings, LibraryLoader loader,
            ScriptLibraries scriptLibraries, CpuLimiter cpuLimiter, ServerClocks clocks)
            throws IOException {
        FunctionSettings functionSettings = settings.functions();
        NanoClock clock = clocks.time();
        FunctionCounters counters = new FunctionCounters();
        InvocationMetrics metrics = new InvocationMetrics();
        this.cpuLimiter = cpuLimiter;
        this.store = new CodeStore(settings.temporaryDirectory(), Long.toHexString(clock.nanoTime()));
        this.cache = new FunctionCache(loader, scriptLibraries, cpuLimiter, functionSettings, counters, clock);
        this.reaper = new Reaper(cache, counters, functionSettings);
        MetricsPage page = new MetricsPage(cache, counters, metrics, store, cpuLimiter);
        HttpService service = settings.action().<HttpService>map(action -> new ActionService(action, cache, store,
                reaper, settings.defaultTimeoutMs(), clock, () -> page.render(dispatcher()))).orElseGet(
                        () -> ownProtocol(settings, scriptLibraries, metrics, page, clocks));
        this.dispatcher = new Dispatcher(address, service, settings.dispatch(), clock);
    }

    private RuntimeService ownProtocol(ServerSettings settings, ScriptLibraries scriptLibraries,
            InvocationMetrics metrics, MetricsPage page, ServerClocks clocks) {
        RegisterHandler register = new RegisterHandler(cache, store, scriptLibraries, settings.defaultTimeoutMs(),
                cpuLimiter, new MachineMemory(PROC.resolve("meminfo")), settings.defaultCpuMillis());
        InvokeHandler invoke = new InvokeHandler(cache, reaper, metrics, clocks.time(), clocks.threadCpu(), settings
                .defaultTimeoutMs());
        return new RuntimeService(invoke, register, () -> page.render(dispatcher()));
    }

    private Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Serves from now on. */
    public void start() {
        dispatcher.start();
    }

    /** The port the server listens on. */
    public int port() {
        return dispatcher.port();
    }

    /**
     * Removes the files and control groups of runtimes that were killed. Slow; meant for after the start.
     *
     * @throws IOException when the temporary directory cannot be read
     */
    public int removeLeftovers() throws IOException {
        cpuLimiter.removeLeftovers();
        return store.removeLeftovers(PROC);
    }

    /**
     * Stops accepting, lets running invocations finish, removes all files. Isolates are left to the end of the process, which
     * frees them at once; a server inside a process that goes on is ended by {@link #close}. Further calls do nothing.
     *
     * @param graceMs most milliseconds to wait for running invocations
     */
    public synchronized void stop(long graceMs) {
        if (stopped) {
            return;
        }
        stopped = true;
        dispatcher.stop(graceMs);
        reaper.stop();
        cpuLimiter.close();
        try {
            store.close();
        } catch (IOException e) {
            // The next runtime removes what is left.
            return;
        }
    }

    /** Ends everything at once: running invocations, isolates, files. */
    @Override
    public void close() {
        stop(0);
        cache.deregisterAll();
    }
}
