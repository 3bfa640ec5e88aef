package org.graalvisor.script;

import java.util.Map;
import java.util.stream.Collectors;
import org.graalvisor.program.ScriptProgram;

/** Options of a function's engine, such as {@code engine.TraceCompilation}; for whoever studies the engine. */
public final class EngineOptions {
    private EngineOptions() {}

    /** The options a program asks for, by name. */
    public static Map<String, String> of(ScriptProgram program) {
        return program.engineOptions().lines().filter(line -> line.contains("=")).collect(Collectors.toUnmodifiableMap(
                line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }
}
