package org.graalvisor.baselines.openwhisk.hotspot;

import java.lang.reflect.Field;
import java.util.Map;

/**
 * Adds to this process's environment as {@link System#getenv} shows it. Java offers no way to do so; OpenWhisk's own
 * proxy does it by reflection too. Needs {@code --add-opens java.base/java.util=ALL-UNNAMED}.
 */
final class ProcessEnvironment {
    private ProcessEnvironment() {}

    /**
     * Adds or replaces variables.
     *
     * @throws IllegalStateException when the JVM was started without the option above
     */
    static void add(Map<String, String> variables) {
        if (!variables.isEmpty()) {
            modifiable().putAll(variables);
        }
    }

    @SuppressWarnings("unchecked") // the environment maps strings to strings
    private static Map<String, String> modifiable() {
        Map<String, String> shown = System.getenv();
        try {
            Field backing = shown.getClass().getDeclaredField("m");
            backing.setAccessible(true);
            return (Map<String, String>) backing.get(shown);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("Cannot set environment variables for the action;"
                    + " start the proxy with --add-opens java.base/java.util=ALL-UNNAMED", e);
        }
    }
}
