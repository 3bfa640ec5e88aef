package org.graalvisor.runtime.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvisor.runtime.dispatch.DispatchSettings;
import org.graalvisor.runtime.function.FunctionSettings;
import org.graalvisor.runtime.openwhisk.ActionSettings;

/**
 * All settings of a server.
 *
 * @param dispatch connections and threads
 * @param functions functions and isolates
 * @param defaultTimeoutMs deadline of invocations that name none, in milliseconds
 * @param defaultCpuMillis processor limit of functions registered without one, in thousandths of a processor
 * @param temporaryDirectory where functions' code is kept
 * @param action what is served under OpenWhisk's protocol, empty when the runtime's own is spoken
 */
public record ServerSettings(DispatchSettings dispatch, FunctionSettings functions, long defaultTimeoutMs,
        OptionalLong defaultCpuMillis,
        Path temporaryDirectory, Optional<ActionSettings> action) {}
