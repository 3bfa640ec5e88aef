package org.graalvisor.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvisor.runtime.time.NanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnstileTest {
    private static final long MS = 1_000_000;

    @Test
    void invocationsThatComputeTakeTurns() throws InterruptedException {
        // Time stands still, so that nobody loses patience.
        Turnstile turnstile = knowing(10 * MS, 10 * MS, () -> 0);
        turnstile.enter();
        List<Thread> others = new ArrayList<>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            others.add(Thread.ofPlatform().start(() -> {
                turnstile.enter();
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                turnstile.leave(10 * MS, 10 * MS);
            }));
        }
        awaitWaits(turnstile, 5);
        assertThat(running).hasValue(0);

        turnstile.leave(10 * MS, 10 * MS);
        for (Thread other : others) {
            other.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void invocationsThatMostlyWaitPassAtOnce() {
        Turnstile turnstile = knowing(10 * MS, MS / 10, () -> 0);
        for (int i = 0; i < 50; i++) {
            turnstile.enter();
        }
        assertThat(turnstile.waits()).isZero();
    }

    @Test
    void aFunctionNobodyKnowsYetIsTakenForOneThatComputes() {
        Turnstile turnstile = new Turnstile(1, NanoClock.SYSTEM);
        turnstile.enter();
        turnstile.enter();
        assertThat(turnstile.waits()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsWithoutALimitOfTurns() {
        Turnstile turnstile = new Turnstile(Integer.MAX_VALUE, () -> 0);
        turnstile.enter();
        turnstile.enter();
        assertThat(turnstile.waits()).isZero();
    }

    @Test
    void whoeverWaitedTooLongGoesAnyway() {
        Turnstile turnstile = knowing(10 * MS, 10 * MS, NanoClock.SYSTEM);
        turnstile.enter();
        turnstile.enter();
        assertThat(turnstile.waits()).isEqualTo(1);
    }

    @Test
    void aTurnThatFailedMakesRoomForTheNext() throws InterruptedException {
        Turnstile turnstile = knowing(10 * MS, 10 * MS, () -> 0);
        turnstile.enter();
        CountDownLatch passed = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> {
            turnstile.enter();
            passed.countDown();
        });
        awaitWaits(turnstile, 1);
        assertThat(passed.getCount()).isEqualTo(1);

        turnstile.leaveUnmeasured();
        assertThat(passed.await(30, TimeUnit.SECONDS)).isTrue();
        other.join();
    }

    /** A turnstile of one processor that has seen enough invocations to know the function. */
    private static Turnstile knowing(long durationNanos, long cpuNanos, NanoClock clock) {
        Turnstile turnstile = new Turnstile(1, clock);
        for (int i = 0; i < 100; i++) {
            turnstile.enter();
            turnstile.leave(durationNanos, cpuNanos);
        }
        return turnstile;
    }

    private static void awaitWaits(Turnstile turnstile, int waits) throws InterruptedException {
        while (turnstile.waits() < waits) {
            Thread.sleep(1);
        }
    }
}
