package org.graalvisor.action;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The entry point of an action's library. A message is a letter, variables {@code NAME=text} parted by NUL, two NUL, a text: I
 * (variables of the init; the text names the entry point) or R (variables of the activation; the text is the arguments' JSON). A
 * reply is a letter and a text: r a result, e what the action threw, E why action or result cannot be used, n null, i when the
 * isolate was told no I yet.
 */
public final class ActionHost {
    /** One isolate has one action, and at most one thread. */
    private static final AtomicReference<Action> ACTION = new AtomicReference<>();

    private ActionHost() {}

    /**
     * Takes a message.
     *
     * @param message see above
     * @return a reply
     */
    public static String main(String message) {
        int end = message.indexOf("\0\0");
        if (end < 1) {
            return "Ethis library is an action of OpenWhisk: serve it with --protocol openwhisk";
        }
        if (end > 1) {
            ActionEnvironment.add(message.substring(1, end));
        }
        String text = message.substring(end + 2);
        try {
            return message.charAt(0) == 'I' ? initialize(text) : run(text);
        } finally {
            System.out.flush();
            System.err.flush();
        }
    }

    private static String initialize(String entryPoint) {
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
        try {
            ACTION.set(Action.find(entryPoint));
            return "r{}";
        } catch (ReflectiveOperationException | LinkageError e) {
            return "E" + e;
        }
    }

    private static String run(String json) {
        Action action = ACTION.get();
        return action == null ? "i" : action.run(json);
    }

    /** UTF-8 whatever the locale; one system call for a line. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true,
                StandardCharsets.UTF_8);
    }
}
