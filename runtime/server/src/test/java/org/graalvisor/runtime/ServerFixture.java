package org.graalvisor.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.graalvisor.runtime.cpu.CgroupCpuLimiter;
import org.graalvisor.runtime.dispatch.DispatchSettings;
import org.graalvisor.runtime.function.FunctionSettings;
import org.graalvisor.runtime.function.ScriptLibraryFiles;
import org.graalvisor.runtime.http.HttpLimits;
import org.graalvisor.runtime.openwhisk.ActionSettings;
import org.graalvisor.runtime.service.GraalvisorServer;
import org.graalvisor.runtime.service.ServerClocks;
import org.graalvisor.runtime.service.ServerSettings;
import org.graalvisor.runtime.time.NanoClock;

/** A real server over fake libraries on an ephemeral port. */
final class ServerFixture implements AutoCloseable {
    private static final long GIVE_UP_S = 60;
    static final String REGISTER = "/register?fep=com.example.Hello%23main&language=java&mem=16777216&fid=";

    final FakeLibraryLoader loader = new FakeLibraryLoader();
    final Path directory;
    final GraalvisorServer server;

    /** Settings a test may change. */
    static final class Knobs {
        int maxThreads = 64;
        long idleTtlMs = 10_000;
        long timeoutMs = 10_000;
        boolean singleFunction;
        HttpLimits limits = new HttpLimits(16 * 1024, 1 << 20, 10_000, 60_000);
        Optional<ActionSettings> action = Optional.empty();
        Path cgroups = Path.of("/nonexistent");
    }

    ServerFixture(Knobs knobs) throws IOException {
        directory = Files.createTempDirectory("server-test");
        DispatchSettings dispatch = new DispatchSettings(knobs.limits, knobs.maxThreads, 2, 2_000, 0);
        FunctionSettings functions = new FunctionSettings(TimeUnit.MILLISECONDS.toNanos(knobs.idleTtlMs),
                Long.MAX_VALUE,
                knobs.singleFunction, 1, "", 2);
        ServerSettings settings = new ServerSettings(dispatch, functions, knobs.timeoutMs, OptionalLong.empty(),
                directory, knobs.action);
        server = new GraalvisorServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings, loader,
                new ScriptLibraryFiles(Map.of(), loader), new CgroupCpuLimiter(knobs.cgroups, Path.of("/proc")),
                new ServerClocks(NanoClock.SYSTEM, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime));
        server.start();
    }

    ServerFixture() throws IOException {
        this(new Knobs());
    }

    HttpClientForTests connect() throws IOException {
        return new HttpClientForTests(server.port());
    }

    void register(String id) throws IOException {
        try (HttpClientForTests client = connect()) {
            Answer answer = client.post(REGISTER + id, FakeLibraryLoader.CODE);
            if (answer.status() != 200) {
                throw new IOException(answer.text());
            }
        }
    }

    long metric(String sample) throws IOException {
        try (HttpClientForTests client = connect()) {
            for (String line : client.get("/metrics").text().split("\n", -1)) {
                if (line.startsWith(sample + " ")) {
                    return Long.parseLong(line.substring(sample.length() + 1));
                }
            }
        }
        throw new IOException("no metric " + sample);
    }

    long idleThreads() {
        try {
            return metric("graalvisor_threads{state=\"idle\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something holds; fails after a time that is long even on a busy machine. */
    static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(GIVE_UP_S);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - giveUp > 0) {
                throw new AssertionError("did not happen within " + GIVE_UP_S + " s: " + what);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(directory);
    }
}
