package org.graalvisor.runtime.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.cpu.CpuLimiter;
import org.graalvisor.runtime.dispatch.Worker;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.function.CodeStore;
import org.graalvisor.runtime.function.FunctionCache;
import org.graalvisor.runtime.function.FunctionSpec;
import org.graalvisor.runtime.function.ScriptLibraries;
import org.graalvisor.runtime.http.BodySink;
import org.graalvisor.runtime.http.QueryParameters;
import org.graalvisor.runtime.http.RequestHead;

/** POST /register and POST /deregister. */
final class RegisterHandler {
    private static final List<String> REGISTER_FIELDS = List.of("fid", "fep", "language", "mem", "cpuMillis",
            "allow");
    private static final List<String> DEREGISTER_FIELDS = List.of("fid");
    private static final int MAX_ID_CHARACTERS = 256;
    /** The most a control group takes sense in: a thousand processors. */
    private static final long MAX_CPU_MILLIS = 1_000_000;

    private final FunctionCache cache;
    private final CodeStore store;
    private final ScriptLibraries scriptLibraries;
    private final long loadMs;
    private final CpuLimiter cpuLimiter;
    private final MachineMemory machineMemory;
    private final OptionalLong defaultCpuMillis;

    /**
     * @param loadMs most milliseconds a script function may take to load
     * @param defaultCpuMillis limit of functions registered without one
     */
    RegisterHandler(FunctionCache cache, CodeStore store, ScriptLibraries scriptLibraries, long loadMs,
            CpuLimiter cpuLimiter, MachineMemory machineMemory,
            OptionalLong defaultCpuMillis) {
        this.cache = cache;
        this.store = store;
        this.scriptLibraries = scriptLibraries;
        this.loadMs = loadMs;
        this.cpuLimiter = cpuLimiter;
        this.machineMemory = machineMemory;
        this.defaultCpuMillis = defaultCpuMillis;
    }

    /** Checks everything but the code, so that wrong registrations do not send it in vain. */
    BodySink begin(RequestHead head) {
        FunctionSpec spec = spec(QueryParameters.parse(head.query(), REGISTER_FIELDS));
        cache.checkFree(spec.id());
        try {
            return new CodeSink(spec, store.create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(CodeSink code, Worker worker) throws IOException {
        if (code.file().length() == 0) {
            code.abandon();
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field body: the function's code is missing");
        }
        if (!worker.aboutToBlock()) {
            code.abandon();
            throw Worker.noCapacity();
        }
        cache.register(code.spec(), code.file(), loadMs);
    }

    void deregister(RequestHead head, Worker worker) {
        String id = QueryParameters.parse(head.query(), DEREGISTER_FIELDS).require("fid");
        if (!worker.aboutToBlock()) {
            throw Worker.noCapacity();
        }
        cache.deregister(id);
    }

    private FunctionSpec spec(QueryParameters parameters) {
        String id = parameters.require("fid");
        if (id.length() > MAX_ID_CHARACTERS) {
            throw bad("Field fid may have " + MAX_ID_CHARACTERS + " characters, got " + id.length());
        }
        String entryPoint = parameters.require("fep");
        String language = parameters.require("language");
        Optional<ScriptLanguage> script = ScriptLanguage.find(language);
        if (script.isPresent()) {
            scriptLibraries.loaded(script.get());
        } else if (!language.equals(FunctionSpec.JAVA)) {
            throw bad("Field language must be java, javascript or python; got: " + language);
        }
        long memoryBytes = parameters.requireNumber("mem", FunctionLibrary.MINIMUM_HEAP_BYTES, machineMemory.bytes());
        OptionalLong cpuMillis = parameters.find("cpuMillis").isEmpty()
                ? defaultCpuMillis
                : OptionalLong.of(parameters.requireNumber("cpuMillis", 1, MAX_CPU_MILLIS));
        if (cpuMillis.isPresent()) {
            Optional<String> reason = cpuLimiter.unavailable();
            if (reason.isPresent()) {
                throw bad("Field cpuMillis: processor limits are unavailable: " + reason.get());
            }
        }
        return new FunctionSpec(id, entryPoint, language, memoryBytes, cpuMillis, grants(parameters, script
                .isPresent()));
    }

    private static String grants(QueryParameters parameters, boolean script) {
        String allow = parameters.find("allow").orElse("");
        if (!script && !allow.isEmpty()) {
            throw bad("Field allow is for script functions; a Java function's isolate has no such limits");
        }
        try {
            Grants.parse(allow);
        } catch (IllegalArgumentException e) {
            throw bad("Field allow: " + e.getMessage());
        }
        return allow;
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorKind.BAD_REQUEST, message);
    }
}
