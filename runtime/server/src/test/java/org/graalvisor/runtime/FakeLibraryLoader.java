package org.graalvisor.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.UnloadableLibraryException;

/**
 * Libraries whose isolates are objects of this JVM. The arguments say what to do: {@code ["sleep",50]}, {@code ["spin",50]},
 * {@code ["hold"]}, {@code ["throw"]}, {@code ["budget"]}, {@code ["huge",1000000]}; anything else is echoed. Messages to an action, as an OpenWhisk
 * runtime sends them, are answered as by its wrapper: the entry point is Echo, and the arguments say the same things.
 */
public final class FakeLibraryLoader implements LibraryLoader {
    /** What a loadable file starts with. */
    public static final byte[] CODE = "FAKE library".getBytes(StandardCharsets.US_ASCII);

    /** Libraries that are loaded. */
    public final AtomicInteger openLibraries = new AtomicInteger();
    /** Isolates that exist. */
    public final AtomicInteger liveIsolates = new AtomicInteger();
    /** Isolates created so far. */
    public final AtomicInteger createdIsolates = new AtomicInteger();
    /** Violations of the interfaces' rules. */
    public final AtomicInteger violations = new AtomicInteger();
    /** Calls that are inside an isolate. */
    public final AtomicInteger running = new AtomicInteger();
    /** Most calls that were inside isolates at once. */
    public final AtomicInteger mostRunning = new AtomicInteger();
    /** Isolates that were told to trim, and how often. */
    public final AtomicInteger trims = new AtomicInteger();
    /** Runs inside an isolate that trims. */
    public volatile Runnable duringTrim = () -> {};
    /** What {@code ["hold"]} waits for. */
    public final CountDownLatch released = new CountDownLatch(1);
    /** Most isolates that can be created. */
    public volatile int capacity = Integer.MAX_VALUE;

    @Override
    public FunctionLibrary load(Path library) {
        try {
            if (!new String(Files.readAllBytes(library), StandardCharsets.US_ASCII).startsWith("FAKE")) {
                throw new UnloadableLibraryException("not an ELF file: \"quoted\"\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        openLibraries.incrementAndGet();
        return new Library(library);
    }

    private final class Library implements FunctionLibrary {
        private final Path file;
        private final AtomicInteger isolates = new AtomicInteger();

        Library(Path file) {
            this.file = file;
        }

        @Override
        public FunctionIsolate createIsolate(long maxHeapBytes) {
            if (!Files.exists(file)) {
                violations.incrementAndGet();
            }
            if (liveIsolates.incrementAndGet() > capacity) {
                liveIsolates.decrementAndGet();
                throw new IsolateCreationException("graal_create_isolate returned 8");
            }
            isolates.incrementAndGet();
            createdIsolates.incrementAndGet();
            return new Isolate(isolates);
        }

        @Override
        public void close() {
            if (isolates.get() != 0) {
                violations.incrementAndGet();
            }
            openLibraries.decrementAndGet();
        }
    }

    private final class Isolate implements FunctionIsolate {
        private final AtomicInteger siblings;
        private final AtomicInteger users = new AtomicInteger();
        private volatile boolean initialized;

        Isolate(AtomicInteger siblings) {
            this.siblings = siblings;
        }

        @Override
        public InvocationOutcome load(byte[] program) {
            throw new IllegalStateException("no script functions here");
        }

        @Override
        public InvocationOutcome openContext(int context) {
            throw new IllegalStateException("no script functions here");
        }

        @Override
        public void trim() {
            if (users.incrementAndGet() != 1) {
                violations.incrementAndGet();
            }
            trims.incrementAndGet();
            duringTrim.run();
            users.decrementAndGet();
        }

        @Override
        public void cancelContext(int context) {
            violations.incrementAndGet();
        }

        @Override
        public InvocationOutcome invoke(int context, byte[] argumentsJson) {
            if (context != 0 || users.incrementAndGet() != 1 || Thread.currentThread().getName().equals("main")) {
                violations.incrementAndGet();
            }
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return FakeAction.isMessage(argumentsJson)
                        ? act(argumentsJson)
                        : FakeLibraryLoader.this.run(argumentsJson);
            } finally {
                running.decrementAndGet();
                users.decrementAndGet();
            }
        }

        private InvocationOutcome act(byte[] message) {
            if (FakeAction.isInit(message)) {
                initialized = true;
                return FakeAction.init(message);
            }
            return initialized
                    ? FakeAction.run(message, FakeLibraryLoader.this::run)
                    : new InvocationOutcome.Replied(new byte[]{'i'});
        }

        @Override
        public void tearDown() {
            if (users.get() != 0) {
                violations.incrementAndGet();
            }
            siblings.decrementAndGet();
            liveIsolates.decrementAndGet();
        }
    }

    private InvocationOutcome run(byte[] arguments) {
        if (arguments.length < 2 || arguments[0] != '[' || arguments[1] != '"') {
            return new InvocationOutcome.Replied(arguments);
        }
        String text = new String(arguments, StandardCharsets.UTF_8);
        String verb = text.substring(2, text.indexOf('"', 2));
        int comma = text.indexOf(',');
        int number = comma < 0 ? 0 : Integer.parseInt(text.substring(comma + 1, text.length() - 1));
        return switch (verb) {
            case "hold" -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                yield new InvocationOutcome.Replied(arguments);
            }
            case "sleep" -> {
                sleep(number);
                yield new InvocationOutcome.Replied(arguments);
            }
            case "spin" -> {
                long end = System.nanoTime() + number * 1_000_000L;
                while (System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }
                yield new InvocationOutcome.Replied(arguments);
            }
            case "throw" -> new InvocationOutcome.Threw("java.lang.IllegalStateException: \"no\"\t\u0001 é");
            case "budget" -> new InvocationOutcome.OverBudget("Java heap space");
            case "crash" -> throw new IllegalStateException("the adapter failed");
            case "huge" -> {
                byte[] json = new byte[number + 2];
                Arrays.fill(json, (byte) 'x');
                json[0] = '"';
                json[number + 1] = '"';
                yield new InvocationOutcome.Replied(json);
            }
            default -> new InvocationOutcome.Replied(arguments);
        };
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
