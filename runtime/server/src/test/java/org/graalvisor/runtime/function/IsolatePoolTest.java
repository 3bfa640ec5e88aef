package org.graalvisor.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.runtime.FakeLibraryLoader;
import org.graalvisor.runtime.cpu.CgroupCpuLimiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatePoolTest {
    private static final long TTL_NANOS = 10_000_000_000L;
    private static final long TRIM_NANOS = 1_000_000_000L;

    @TempDir
    Path directory;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final FunctionCounters counters = new FunctionCounters();
    private final FakeLibraryLoader loader = new FakeLibraryLoader();

    @Test
    void anIdleIsolateIsTrimmedOnceUntilItIsUsedAgainAndStillExpiresInTime() throws IOException {
        try (CodeStore store = new CodeStore(directory, "t")) {
            FunctionCache cache = cache(TRIM_NANOS);
            RegisteredFunction function = register(cache, store);
            function.enter();
            function.enter();
            FunctionContext first = function.create(CancellationWatch.NONE);
            FunctionContext second = function.create(CancellationWatch.NONE);
            function.recycle(first, 1000);
            clock.addAndGet(TRIM_NANOS / 2);
            function.recycle(second, 1000);

            assertThat(cache.reap()).isEqualTo(TRIM_NANOS / 2);
            assertThat(loader.trims).hasValue(0);
            clock.addAndGet(TRIM_NANOS / 2);
            assertThat(cache.reap()).isEqualTo(TRIM_NANOS / 2);
            assertThat(loader.trims).hasValue(1);
            clock.addAndGet(TRIM_NANOS / 2);
            cache.reap();
            assertThat(loader.trims).hasValue(2);
            cache.reap();
            assertThat(loader.trims).hasValue(2);

            function.enter();
            assertThat(function.takeWarm()).containsSame(second);
            CompletableFuture.runAsync(() -> second.invoke("{}".getBytes(StandardCharsets.UTF_8))).join();
            function.recycle(second, 1000);
            clock.addAndGet(TRIM_NANOS);
            cache.reap();
            assertThat(loader.trims).hasValue(3);
            assertThat(counters.trimmedIsolates.sum()).isEqualTo(3);
            assertThat(counters.idleIsolates).hasValue(2);

            clock.addAndGet(TTL_NANOS - 3 * TRIM_NANOS);
            assertThat(cache.reap()).isEqualTo(TRIM_NANOS / 2);
            clock.addAndGet(TRIM_NANOS / 2);
            cache.reap();
            assertThat(loader.liveIsolates).hasValue(1);
            clock.addAndGet(TTL_NANOS);
            cache.reap();
            assertThat(loader.liveIsolates).hasValue(0);
            assertThat(loader.violations).hasValue(0);
            cache.deregister("f");
            assertThat(loader.openLibraries).hasValue(0);
        }
    }

    @Test
    void anIsolateIsNotTornDownWhileItIsTrimmed() throws IOException {
        try (CodeStore store = new CodeStore(directory, "t")) {
            FunctionCache cache = cache(TRIM_NANOS);
            RegisteredFunction function = register(cache, store);
            function.enter();
            function.recycle(function.create(CancellationWatch.NONE), 1000);
            AtomicReference<CompletableFuture<Void>> deregistration = new AtomicReference<>();
            loader.duringTrim = () -> {
                deregistration.set(CompletableFuture.runAsync(() -> cache.deregister("f")));
                // Long enough for a deregistration that does not wait.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            };
            clock.addAndGet(TRIM_NANOS);

            cache.reap();
            deregistration.get().join();

            assertThat(loader.trims).hasValue(1);
            assertThat(loader.violations).hasValue(0);
            assertThat(loader.liveIsolates).hasValue(0);
            assertThat(loader.openLibraries).hasValue(0);
        }
    }

    private FunctionCache cache(long trimAfterNanos) {
        return new FunctionCache(loader, new ScriptLibraryFiles(Map.of(), loader), new CgroupCpuLimiter(directory,
                directory), new FunctionSettings(TTL_NANOS, trimAfterNanos, false, 1, "", Integer.MAX_VALUE), counters,
                clock::get);
    }

    private static RegisteredFunction register(FunctionCache cache, CodeStore store) throws IOException {
        CodeFile code = store.create();
        code.write(FakeLibraryLoader.CODE, 0, FakeLibraryLoader.CODE.length);
        cache.register(new FunctionSpec("f", "e", "java", 16 << 20, OptionalLong.empty(), ""), code, 1000);
        return cache.find("f").orElseThrow();
    }

    @Test
    void theIsolateUsedLastIsUsedNextAndTheOthersExpireAfterTheirTimeToLive() throws IOException {
        try (CodeStore store = new CodeStore(directory, "t")) {
            FunctionCache cache = cache(Long.MAX_VALUE);
            RegisteredFunction function = register(cache, store);
            assertThat(function.enter()).isTrue();
            assertThat(function.enter()).isTrue();
            FunctionContext first = function.create(CancellationWatch.NONE);
            FunctionContext second = function.create(CancellationWatch.NONE);
            function.recycle(first, 1000);
            clock.addAndGet(TTL_NANOS / 2);
            function.recycle(second, 1000);

            assertThat(cache.reap()).isEqualTo(TTL_NANOS / 2);
            assertThat(function.enter()).isTrue();
            assertThat(function.takeWarm()).containsSame(second);
            function.recycle(second, 1000);
            clock.addAndGet(TTL_NANOS / 2 - 1);
            assertThat(cache.reap()).isEqualTo(1);
            assertThat(loader.liveIsolates).hasValue(2);
            clock.addAndGet(1);
            assertThat(cache.reap()).isEqualTo(TTL_NANOS / 2);
            assertThat(loader.liveIsolates).hasValue(1);
            clock.addAndGet(TTL_NANOS / 2);
            assertThat(cache.reap()).isEqualTo(Long.MAX_VALUE);
            assertThat(loader.liveIsolates).hasValue(0);
            assertThat(counters.budgetBytes).hasValue(0);
            assertThat(counters.idleIsolates).hasValue(0);

            cache.deregister("f");
            assertThat(function.enter()).isFalse();
            assertThat(loader.openLibraries).hasValue(0);
            assertThat(store.bytes()).isZero();
        }
    }
}
