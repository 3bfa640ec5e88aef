package org.graalvisor.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.openwhisk.ActionDialect;

/**
 * The command line.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param maxThreads most invocations that may run at once
 * @param idleTtlMs milliseconds an idle isolate is kept
 * @param trimAfterMs milliseconds after which an idle isolate's garbage is given back; 0 never
 * @param defaultTimeoutMs deadline of invocations that name none, in milliseconds
 * @param maxBodyBytes most bytes of a request's body
 * @param lingerMicros microseconds the polling thread looks for requests again and again before it sleeps
 * @param graceMs most milliseconds running invocations get at shutdown
 * @param cpuLimit processor limit of functions registered without one, in thousandths of a processor
 * @param scriptLibraries file of each script language's library
 * @param contextsPerIsolate most contexts of a script function in one isolate
 * @param engineOptions options of language engines, lines {@code name=value}
 * @param takeTurns whether invocations of a function that computes take turns
 * @param singleFunction whether only one function may be registered
 * @param action language of the one action of a runtime that speaks OpenWhisk's protocol, empty for the runtime's own
 * @param actionMemoryBytes budget of one context of that action
 * @param endWithStdin whether the end of standard input ends the process, so that it never outlives who started it
 * @param hosted whether the process is a JVM
 * @param help whether only the help is wanted
 */
record RuntimeOptions(String host, int port, int maxThreads, long idleTtlMs, long trimAfterMs, long defaultTimeoutMs,
        long maxBodyBytes,
        long lingerMicros, long graceMs,
        OptionalLong cpuLimit, Map<ScriptLanguage, Path> scriptLibraries, int contextsPerIsolate,
        String engineOptions, boolean takeTurns, boolean singleFunction, Optional<ActionDialect> action,
        long actionMemoryBytes, boolean endWithStdin, boolean hosted, boolean help) {}
