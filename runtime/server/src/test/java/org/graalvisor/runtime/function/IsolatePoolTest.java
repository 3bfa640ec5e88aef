package org.graalvisor.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvisor.runtime.FakeLibraryLoader;
import org.graalvisor.runtime.cpu.CgroupCpuLimiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatePoolTest {
    private static final long TTL_NANOS = 10_000_000_000L;

    @TempDir
    Path directory;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final FunctionCounters counters = new FunctionCounters();
    private final FakeLibraryLoader loader = new FakeLibraryLoader();

    @Test
    void theIsolateUsedLastIsUsedNextAndTheOthersExpireAfterTheirTimeToLive() throws IOException {
        try (CodeStore store = new CodeStore(directory, "t")) {
            FunctionCache cache = new FunctionCache(loader, new ScriptLibraryFiles(Map.of(), loader),
                    new CgroupCpuLimiter(directory, directory),
                    new FunctionSettings(TTL_NANOS, false, 1, "", Integer.MAX_VALUE), counters,
                    clock::get);
            CodeFile code = store.create();
            code.write(FakeLibraryLoader.CODE, 0, FakeLibraryLoader.CODE.length);
            cache.register(new FunctionSpec("f", "e", "java", 16 << 20, OptionalLong.empty(), ""), code, 1000);
            RegisteredFunction function = cache.find("f").orElseThrow();
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
