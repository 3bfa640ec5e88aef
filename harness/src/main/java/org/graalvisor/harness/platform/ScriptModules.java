package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Modules that scripts import where the runtime's host API does not stand in for them. Each is looked for once. */
public final class ScriptModules {
    private static final List<Module> MODULES = List.of(
            new Module("thumbnail-js", "sharp", List.of("-e", "require.resolve('sharp')"),
                    "npm install --global sharp; elsewhere, set NODE_PATH"),
            new Module("thumbnail-python", "PIL", List.of("-c", "import PIL"), "Debian: python3-pil"));

    private final Path interpreter;
    private final Map<Module, Boolean> found = new ConcurrentHashMap<>();

    /** A module that a workload needs, the interpreter's options that fail without it, and how to get it. */
    private record Module(String workload, String name, List<String> options, String hint) {}

    /**
     * @param interpreter Node.js or CPython
     */
    public ScriptModules(Path interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Tells what the interpreter lacks.
     *
     * @param workload a script in its language
     * @return nothing when the script can run
     */
    public Optional<String> missing(String workload) {
        return MODULES.stream().filter(module -> module.workload().equals(workload)).filter(module -> !found
                .computeIfAbsent(module, this::isThere)).findFirst().map(module -> interpreter + " has no module "
                        + module.name() + ", which " + workload + " uses there; install it (" + module.hint() + ")");
    }

    private boolean isThere(Module module) {
        try {
            return new ProcessBuilder(interpreter.toString(), module.options().getFirst(), module.options().getLast())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException cannotStart) {
            return false;
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
