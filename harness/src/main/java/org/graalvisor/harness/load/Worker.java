package org.graalvisor.harness.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.time.Clock;
import org.graalvisor.results.Phase;

/** One thread of a load generator with its own connection and its own buffer. */
final class Worker {
    private static final int NO_REPLY = 0;
    /** Of a wrong reply that are kept. */
    private static final int MOST_BYTES = 500;

    private final LoadTarget target;
    private final Clock clock;
    private final long originNs;
    private final Invoker invoker;
    private final InvocationBuffer buffer = new InvocationBuffer();
    private volatile boolean abandoned;

    Worker(LoadTarget target, Clock clock, long originNs) {
        this.target = target;
        this.clock = clock;
        this.originNs = originNs;
        this.invoker = target.invokers().get();
    }

    InvocationBuffer buffer() {
        return buffer;
    }

    /**
     * Sends now and waits for the reply.
     *
     * @param intendedNs since the origin; negative: now
     */
    void invoke(long index, Phase phase, long intendedNs) {
        long sentNs = clock.nanoTime() - originNs;
        buffer.begin(index, phase, intendedNs < 0 ? sentNs : intendedNs, sentNs);
        int status = NO_REPLY;
        boolean correct = false;
        long completedNs;
        try {
            InvocationReply reply = invoker.invoke(target.invocation());
            completedNs = clock.nanoTime() - originNs;
            status = reply.status();
            correct = status == 200 && target.check().accepts(reply.body());
            if (!correct) {
                buffer.explain(status + " " + start(reply.body()));
            }
        } catch (IOException noReply) {
            completedNs = clock.nanoTime() - originNs;
            buffer.explain(noReply.toString());
        }
        if (!abandoned) {
            buffer.end(completedNs, correct, status);
        }
    }

    private static String start(byte[] body) {
        return new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
    }

    /** Gives up on a call in flight, from another thread; it stays unfinished. */
    void abandon() {
        abandoned = true;
        invoker.close();
    }

    boolean isAbandoned() {
        return abandoned;
    }

    void close() {
        invoker.close();
    }
}
