package org.graalvisor.script.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Runs granted programs. They are not confined by this: a granted program may do what its user may. */
final class ProgramHelper {
    private final List<String> granted;
    private final BoundedRun.Limits limits;
    private final LongSupplier nanoClock;

    /**
     * @param granted names of programs, as they will be called
     * @param limits of each run
     * @param nanoClock as {@link System#nanoTime}
     */
    ProgramHelper(List<String> granted, BoundedRun.Limits limits, LongSupplier nanoClock) {
        this.granted = granted;
        this.limits = limits;
        this.nanoClock = nanoClock;
    }

    Map<String, Object> run(Arguments arguments) {
        List<String> command = arguments.texts(0, "command");
        String program = command.getFirst();
        if (!granted.contains(program)) {
            throw new HelperException("the program '" + program + "' is not granted; granted are " + String.join(", ",
                    granted) + "; register the function with allow=run:" + program);
        }
        byte[] input = arguments.count() > 1 ? arguments.bytes(1, "input") : new byte[0];
        try (BoundedRun run = new BoundedRun(builder(command), limits, nanoClock)) {
            int exit = run.run(input);
            return Map.of("exit", exit, "output", run.output(), "error", new String(run.error(),
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HelperException("'" + program + "' cannot be run: " + e.getMessage());
        }
    }

    /** The environment may hold secrets of the runtime; only the search path is handed on. */
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        return builder;
    }
}
