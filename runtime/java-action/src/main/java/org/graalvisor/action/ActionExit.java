package org.graalvisor.action;

/** What actions call instead of {@link System#exit}, {@link Runtime#exit} and {@link Runtime#halt}. */
@SuppressWarnings("DoNotCallSuggester") // rewritten actions call it, no source does
public final class ActionExit {
    private ActionExit() {}

    /**
     * Refuses to end the process.
     *
     * @param status the exit code the action asked for
     * @throws SecurityException always, as under OpenWhisk's own proxy
     */
    public static void exit(int status) {
        throw new SecurityException("System.exit() is not allowed in actions; it was called with status " + status);
    }

    /**
     * Refuses to end the process.
     *
     * @param runtime ignored
     * @param status the exit code the action asked for
     * @throws SecurityException always
     */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }
}
