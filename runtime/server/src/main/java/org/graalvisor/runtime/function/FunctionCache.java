package org.graalvisor.runtime.function;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.UnloadableLibraryException;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.program.ScriptProgram;
import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.time.NanoClock;

/** All registered functions by name. Safe for several threads. */
public final class FunctionCache {
    private final ConcurrentHashMap<String, RegisteredFunction> functions = new ConcurrentHashMap<>();
    /** Names whose registration is under way; guarded by this object's monitor, as are all registrations. */
    private final ArrayList<String> reserved = new ArrayList<>();
    private final LibraryLoader loader;
    private final ScriptLibraries scriptLibraries;
    private final CpuLimiter cpuLimiter;
    private final FunctionSettings settings;
    private final FunctionCounters counters;
    private final NanoClock clock;

    public FunctionCache(LibraryLoader loader, ScriptLibraries scriptLibraries, CpuLimiter cpuLimiter,
            FunctionSettings settings,
            FunctionCounters counters, NanoClock clock) {
        this.loader = loader;
        this.scriptLibraries = scriptLibraries;
        this.cpuLimiter = cpuLimiter;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    /** The function of that name, if there is one. */
    public Optional<RegisteredFunction> find(String id) {
        return Optional.ofNullable(functions.get(id));
    }

    /** The functions, in no particular order. */
    public Collection<RegisteredFunction> all() {
        return functions.values();
    }

    /** Registered functions. */
    public int size() {
        return functions.size();
    }

    /**
     * Checks whether a name could be registered now, to refuse code before it is sent.
     *
     * @throws RequestException 409
     */
    public synchronized void checkFree(String id) {
        if (functions.containsKey(id) || reserved.contains(id)) {
            throw new RequestException(ErrorKind.ALREADY_REGISTERED, "Function " + id
                    + " is already registered; deregister it first");
        }
        if (settings.singleFunction() && functions.size() + reserved.size() > 0) {
            String holder = functions.keySet().stream().findFirst().or(() -> reserved.stream().findFirst()).orElse(
                    "it");
            throw new RequestException(ErrorKind.ALREADY_REGISTERED,
                    "This runtime was started with --single-function and has a function already: deregister " + holder
                            + ", or start another runtime for " + id);
        }
    }

    /**
     * Loads a function's code and registers it.
     *
     * @param code its library or its source; the cache's from now on, deleted also on failure
     * @param loadMs most milliseconds a script function may take to load
     * @throws RequestException 409 or 422
     * @throws IOException when the file could not be completed or read
     */
    public void register(FunctionSpec spec, CodeFile code, long loadMs) throws IOException {
        boolean registered = false;
        try {
            reserve(spec.id());
            try {
                Optional<ScriptLanguage> language = ScriptLanguage.find(spec.language());
                FunctionCode loaded = language.isPresent()
                        ? loadScript(spec, language.get(), code, loadMs)
                        : new LibraryCode(loader.load(code.complete()), code);
                functions.put(spec.id(), new RegisteredFunction(spec, loaded, cpuLimiter, counters, clock,
                        turnstile()));
                registered = language.isEmpty();
            } catch (UnloadableLibraryException | ProgramLoadException e) {
                throw new RequestException(ErrorKind.UNLOADABLE_CODE, "The code of function " + spec.id()
                        + " cannot be loaded: " + e.getMessage());
            } finally {
                unreserve(spec.id());
            }
        } finally {
            if (!registered) {
                code.delete();
            }
        }
    }

    /**
     * Loads a function's code and registers it with a context that is ready, so that the code is loaded exactly once.
     *
     * @param code its library or its source; the cache's from now on, deleted also on failure
     * @param loadMs most milliseconds a script function may take to load
     * @param concurrent whether as many contexts are made ready as one isolate may have
     * @return the function
     * @throws RequestException 409 or 503
     * @throws ProgramLoadException when the function's own code fails
     * @throws UnloadableLibraryException when the code is no function's library
     * @throws IOException when the file could not be completed or read
     */
    public RegisteredFunction registerReady(FunctionSpec spec, CodeFile code, long loadMs, boolean concurrent)
            throws IOException {
        boolean registered = false;
        try {
            reserve(spec.id());
            try {
                Optional<ScriptLanguage> language = ScriptLanguage.find(spec.language());
                FunctionCode prepared = language.isPresent()
                        ? new ScriptCode(scriptLibraries.loaded(language.get()), program(spec, language.get(), code))
                        : new LibraryCode(loader.load(code.complete()), code);
                RegisteredFunction function = new RegisteredFunction(spec, prepared, cpuLimiter, counters, clock,
                        turnstile());
                warm(function, loadMs, concurrent ? prepared.contexts() : 1);
                functions.put(spec.id(), function);
                registered = language.isEmpty();
                return function;
            } finally {
                unreserve(spec.id());
            }
        } finally {
            if (!registered) {
                code.delete();
            }
        }
    }

    private Turnstile turnstile() {
        return new Turnstile(settings.turns(), clock);
    }

    private static void warm(RegisteredFunction function, long loadMs, int contexts) {
        List<FunctionContext> ready = new ArrayList<>();
        try (LoadDeadline deadline = new LoadDeadline(loadMs)) {
            for (int i = 0; i < contexts; i++) {
                function.enter();
                ready.add(create(function, deadline));
            }
        } catch (RuntimeException | Error e) {
            ready.forEach(function::discard);
            function.deregister();
            throw e;
        }
        ready.forEach(context -> function.recycle(context, TimeUnit.MILLISECONDS.toNanos(loadMs)));
    }

    private static FunctionContext create(RegisteredFunction function, LoadDeadline deadline) {
        boolean created = false;
        try {
            FunctionContext context = function.create(deadline);
            created = true;
            return context;
        } finally {
            if (!created) {
                function.leave();
            }
        }
    }

    /** Loads the function once, so that wrong code is refused now and not when somebody invokes it. */
    private FunctionCode loadScript(FunctionSpec spec, ScriptLanguage language, CodeFile file, long loadMs)
            throws IOException {
        ScriptCode code = new ScriptCode(scriptLibraries.loaded(language), program(spec, language, file));
        try (LoadDeadline deadline = new LoadDeadline(loadMs)) {
            code.createIsolate(spec.memoryBytes() * code.contexts(), deadline).tearDown();
        } catch (IsolateCreationException e) {
            throw new RequestException(ErrorKind.NO_CAPACITY, "No isolate of " + spec.memoryBytes() * code.contexts()
                    + " bytes could be created to load " + spec.id() + ": " + e.getMessage());
        }
        return code;
    }

    private ScriptProgram program(FunctionSpec spec, ScriptLanguage language, CodeFile file) throws IOException {
        return new ScriptProgram(language, spec.id(), spec.entryPoint(), spec.grants(), settings.contextsPerIsolate(),
                settings.engineOptions(), Files.readAllBytes(file.complete()));
    }

    /**
     * Removes a function. Running invocations finish.
     *
     * @throws RequestException 404
     */
    public void deregister(String id) {
        RegisteredFunction function = functions.remove(id);
        if (function == null) {
            throw unknown(id);
        }
        function.deregister();
    }

    /** Removes all functions. */
    public void deregisterAll() {
        for (String id : functions.keySet()) {
            RegisteredFunction function = functions.remove(id);
            if (function != null) {
                function.deregister();
            }
        }
    }

    /**
     * Closes the contexts of all functions that were idle for too long, and trims isolates that were idle for a while.
     *
     * @return nanoseconds until the next one is due, {@link Long#MAX_VALUE} when none is idle
     */
    public long reap() {
        long next = Long.MAX_VALUE;
        for (RegisteredFunction function : functions.values()) {
            next = Math.min(next, function.reap(clock.nanoTime(), settings.idleTtlNanos()));
            next = Math.min(next, function.trim(clock.nanoTime(), settings.trimAfterNanos()));
        }
        return next;
    }

    /** The error for a name nobody registered. */
    public static RequestException unknown(String id) {
        return new RequestException(ErrorKind.UNKNOWN_FUNCTION, "Function " + id + " is not registered");
    }

    private synchronized void reserve(String id) {
        checkFree(id);
        reserved.add(id);
    }

    private synchronized void unreserve(String id) {
        reserved.remove(id);
    }
}
