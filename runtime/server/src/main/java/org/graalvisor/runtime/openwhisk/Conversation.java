package org.graalvisor.runtime.openwhisk;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.runtime.function.FunctionContext;

/** Talks with the wrapper around an action, in one context. */
final class Conversation {
    /** A deadline is heard this soon while an action waits for its timers. */
    private static final long MAX_WAIT_MS = 50;
    private static final InvocationOutcome TOO_LATE = new InvocationOutcome.Threw("its deadline has passed");

    private final FunctionContext context;
    private final Activation activation;

    Conversation(FunctionContext context, Activation activation) {
        this.context = context;
        this.activation = activation;
    }

    /**
     * Runs the action once: tells a context of Java first what it is, and waits for timers in JavaScript.
     *
     * @param init tells a context what it is
     * @param run starts the activation
     * @return how it ended; a reply holds what {@link ActionReply} parses
     */
    InvocationOutcome run(byte[] init, byte[] run) {
        InvocationOutcome outcome = say(run);
        if (kind(outcome) == ActionReply.UNINITIALIZED) {
            InvocationOutcome initialized = say(init);
            if (kind(initialized) != ActionReply.RESULT) {
                return initialized;
            }
            outcome = say(run);
        }
        while (kind(outcome) == ActionReply.WAIT && outcome instanceof InvocationOutcome.Replied replied) {
            sleep(Long.parseLong(ActionReply.parse(replied.json()).message()));
            outcome = say(ActionMessage.continuation());
        }
        return outcome;
    }

    /**
     * Sends one message.
     *
     * @param message one of {@link ActionMessage}
     */
    InvocationOutcome say(byte[] message) {
        return activation.enter(context.cancellation()) ? context.invoke(message) : TOO_LATE;
    }

    private static void sleep(long waitMs) {
        if (waitMs > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(waitMs, MAX_WAIT_MS)));
        }
    }

    private static char kind(InvocationOutcome outcome) {
        return outcome instanceof InvocationOutcome.Replied replied && replied.json().length > 0
                ? (char) replied.json()[0]
                : ActionReply.UNUSABLE;
    }
}
