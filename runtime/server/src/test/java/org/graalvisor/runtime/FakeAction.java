package org.graalvisor.runtime;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.graalvisor.isolate.InvocationOutcome;

/** The wrapper around an action that has the entry point Echo. */
final class FakeAction {
    private FakeAction() {}

    static boolean isMessage(byte[] message) {
        return message.length > 2 && (message[0] == 'I' || message[0] == 'R');
    }

    static boolean isInit(byte[] message) {
        return message[0] == 'I';
    }

    static InvocationOutcome init(byte[] message) {
        return replied(text(message).equals("Echo") ? "r{}" : "Ejava.lang.ClassNotFoundException: " + text(message));
    }

    static InvocationOutcome run(byte[] message, Function<byte[], InvocationOutcome> function) {
        String value = text(message);
        return switch (value) {
            case "[\"throw\"]" -> replied("ejava.lang.IllegalStateException: no");
            case "[\"null\"]" -> replied("n");
            case "[\"exit\"]" -> replied("x");
            case "[\"environment\"]" -> replied("r" + variables(message));
            default -> function.apply(value.getBytes(StandardCharsets.UTF_8)) instanceof InvocationOutcome.Replied done
                    ? replied("r" + new String(done.json(), StandardCharsets.UTF_8))
                    : new InvocationOutcome.OverBudget("Java heap space");
        };
    }

    private static String variables(byte[] message) {
        String whole = new String(message, StandardCharsets.UTF_8);
        return "[\"" + whole.substring(1, whole.indexOf("\0\0")).replace("\0", "\",\"") + "\"]";
    }

    private static String text(byte[] message) {
        String whole = new String(message, StandardCharsets.UTF_8);
        return whole.substring(whole.indexOf("\0\0") + 2);
    }

    private static InvocationOutcome replied(String reply) {
        return new InvocationOutcome.Replied(reply.getBytes(StandardCharsets.UTF_8));
    }
}
