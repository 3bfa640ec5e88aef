package org.graalvisor.trace.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IsolateMemoryTest {
    private static final int INSTANCES = 3;
    private static final int FUNCTIONS = 4;
    private static final int STEPS = 400;
    private static final double REUSE_FACTOR = 1.5;

    @Property(tries = 200)
    void whatIsResidentIsThatOfAListOfIsolates(@ForAll long seed, @ForAll @LongRange(min = 0, max = 60) long idleUs) {
        Random random = new Random(seed);
        IsolateMemory memory = new IsolateMemory(idleUs, REUSE_FACTOR);
        PlainIsolates plain = new PlainIsolates(idleUs);
        Deque<Integer> freeSlots = new ArrayDeque<>();
        for (int slot = 0; slot < STEPS; slot++) {
            freeSlots.add(slot);
        }
        for (int instance = 0; instance < INSTANCES; instance++) {
            memory.started(instance);
        }
        List<Running> running = new ArrayList<>();
        long nowUs = 0;
        for (int step = 0; step < STEPS; step++) {
            nowUs += random.nextInt(20);
            int choice = random.nextInt(10);
            if (choice < 5) {
                Running begun = new Running(random.nextInt(INSTANCES), freeSlots.remove(), random.nextInt(FUNCTIONS),
                        1L + random.nextInt(1_000));
                memory.begins(begun.instance, begun.slot, begun.function, begun.bytes, nowUs);
                plain.begins(begun, nowUs);
                running.add(begun);
            } else if (choice < 9 && !running.isEmpty()) {
                Running ended = running.remove(random.nextInt(running.size()));
                memory.ends(ended.instance, ended.slot, ended.bytes, nowUs);
                plain.ends(ended, nowUs);
                freeSlots.add(ended.slot);
            } else {
                int instance = random.nextInt(INSTANCES);
                if (running.stream().noneMatch(invocation -> invocation.instance == instance)) {
                    memory.stopped(instance);
                    plain.stopped(instance);
                    memory.started(instance);
                }
            }
            // Not at every step: what has been idle for too long is found both by a sample and by the next invocation.
            if (random.nextBoolean()) {
                assertThat(memory.bytes(nowUs)).isEqualTo(plain.bytes(nowUs));
            }
        }
    }

    private record Running(int instance, int slot, int function, long bytes) {}

    private static final class Isolate {
        private final Running first;
        private int slot;
        private long bytes;
        private long idleSinceUs = Long.MAX_VALUE;

        private Isolate(Running first) {
            this.first = first;
        }
    }

    /** The same, plainly: idle isolates are in the order in which they became idle. */
    private static final class PlainIsolates {
        private final long idleUs;
        private final List<Isolate> idle = new ArrayList<>();
        private final List<Isolate> busy = new ArrayList<>();

        private PlainIsolates(long idleUs) {
            this.idleUs = idleUs;
        }

        private void begins(Running invocation, long nowUs) {
            expire(nowUs);
            Optional<Isolate> warm = idle.reversed().stream().filter(
                    isolate -> isolate.first.instance == invocation.instance
                            && isolate.first.function == invocation.function).findFirst();
            Isolate isolate = warm.orElseGet(() -> new Isolate(invocation));
            idle.remove(isolate);
            busy.add(isolate);
            isolate.slot = invocation.slot;
            isolate.bytes = warm.isPresent()
                    ? Math.max(isolate.bytes, (long) (invocation.bytes * REUSE_FACTOR))
                    : invocation.bytes;
        }

        private void ends(Running invocation, long nowUs) {
            Isolate isolate = busy.stream().filter(one -> one.slot == invocation.slot).findFirst().orElseThrow();
            busy.remove(isolate);
            if (idleUs > 0) {
                isolate.idleSinceUs = nowUs;
                idle.add(isolate);
            }
        }

        private void stopped(int instance) {
            idle.removeIf(isolate -> isolate.first.instance == instance);
        }

        private void expire(long nowUs) {
            idle.removeIf(isolate -> isolate.idleSinceUs + idleUs < nowUs);
        }

        private long bytes(long nowUs) {
            expire(nowUs);
            return idle.stream().mapToLong(isolate -> isolate.bytes).sum() + busy.stream().mapToLong(
                    isolate -> isolate.bytes).sum();
        }
    }
}
