package org.graalvisor.baselines.openwhisk;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.graalvisor.baselines.scratch.ScratchDirectory;

/**
 * Starts one proxy by name and ends it with itself. The proxy's standard input is a pipe from this process, so that it
 * ends even when this process is killed.
 */
public final class OpenWhiskMain {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;
    private static final long GRACE_S = 10;

    private OpenWhiskMain() {}

    /**
     * Runs a proxy until it or this process ends.
     *
     * @param arguments java, nodejs or python, then options of the proxy
     * @throws InterruptedException never in practice: nobody interrupts the main thread
     */
    public static void main(String[] arguments) throws InterruptedException {
        Optional<ActionProxy> proxy = arguments.length == 0 ? Optional.empty() : ActionProxies.find(arguments[0]);
        if (proxy.isEmpty()) {
            System.err.println("usage: OpenWhiskMain java|nodejs|python [--port PORT] [--host ADDRESS]"
                    + " [--max-body-bytes BYTES]");
            System.exit(EXIT_USAGE);
        }
        Optional<String> reason = proxy.get().unavailable();
        if (reason.isPresent()) {
            System.err.println(proxy.get().name() + " is unavailable: " + reason.get());
            System.exit(EXIT_FAILED);
        }
        try {
            System.exit(run(proxy.get(), Arrays.asList(arguments).subList(1, arguments.length)));
        } catch (IOException e) {
            System.err.println("Cannot start " + proxy.get().name() + ": " + e.getMessage());
            System.exit(EXIT_FAILED);
        }
    }

    private static int run(ActionProxy proxy, List<String> options) throws IOException, InterruptedException {
        ScratchDirectory scratch = ScratchDirectory.create(proxy.name() + "-");
        List<String> proxyOptions = new ArrayList<>(options);
        proxyOptions.add("--end-with-stdin");
        ProcessBuilder builder = new ProcessBuilder(proxy.command(scratch.path(), proxyOptions));
        builder.environment().put("TMPDIR", scratch.path().toString());
        builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        Child child = new Child(builder, scratch);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(child::end));
        Process process = child.start();
        scratch.removeLeftovers(proxy.name() + "-");
        return process.waitFor();
    }

    /**
     * The proxy's process, which the shutdown hook ends. The hook exists before the process does: a signal between the
     * two would otherwise leave a process that nobody waits for.
     */
    private static final class Child {
        private final ProcessBuilder builder;
        private final ScratchDirectory scratch;
        private Optional<Process> process = Optional.empty();

        Child(ProcessBuilder builder, ScratchDirectory scratch) {
            this.builder = builder;
            this.scratch = scratch;
        }

        synchronized Process start() throws IOException {
            Process started = builder.start();
            process = Optional.of(started);
            return started;
        }

        synchronized void end() {
            try {
                if (process.isPresent()) {
                    process.get().destroy();
                    if (!process.get().waitFor(GRACE_S, TimeUnit.SECONDS)) {
                        process.get().destroyForcibly().waitFor();
                    }
                }
                scratch.close();
            } catch (IOException e) {
                System.err.println("Cannot remove " + scratch.path() + ": " + e.getMessage());
            } catch (InterruptedException e) {
                process.ifPresent(Process::destroyForcibly);
            }
        }
    }
}
