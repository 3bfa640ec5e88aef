package org.graalvisor.runtime.openwhisk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.graalvisor.isolate.InvocationOutcome;

/**
 * What the wrapper around an action says: a letter and a text.
 *
 * @param kind one of the constants below
 * @param text what belongs to it
 */
record ActionReply(char kind, byte[] text) {
    /** The text is the result's JSON. */
    static final char RESULT = 'r';
    /** The text is milliseconds to wait before a {@link ActionMessage#CONTINUE}. */
    static final char WAIT = 'w';
    /** The action threw what the text says. */
    static final char THREW = 'e';
    /** Neither the action nor its result could be used, for the reason the text gives. */
    static final char UNUSABLE = 'E';
    /** The result is not what the language's actions return. */
    static final char NO_OBJECT = 'n';
    /** The action asked for the end of its process. */
    static final char EXITED = 'x';
    /** This context was told no {@link ActionMessage#INIT} yet. */
    static final char UNINITIALIZED = 'i';

    /** What a context's reply says; whatever stopped the code before it could reply counts as thrown by it. */
    static ActionReply of(InvocationOutcome outcome) {
        return switch (outcome) {
            case InvocationOutcome.Replied replied -> parse(replied.json());
            case InvocationOutcome.Threw threw -> text(THREW, threw.message());
            case InvocationOutcome.Refused refused -> text(THREW, refused.message());
            case InvocationOutcome.OverBudget overBudget -> text(THREW, overBudget.message());
        };
    }

    static ActionReply parse(byte[] reply) {
        return reply.length == 0
                ? text(UNUSABLE, "the action replied nothing")
                : new ActionReply((char) reply[0], Arrays.copyOfRange(reply, 1, reply.length));
    }

    private static ActionReply text(char kind, String text) {
        return new ActionReply(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    String message() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
