package org.graalvisor.harness.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.harness.http.HttpReply;
import org.graalvisor.program.ScriptLanguage;

/**
 * A language's usual runtime in a plain process, with a small HTTP server written in the language itself: the least a
 * process per function can cost, and the speed that programmers of the language know.
 */
public final class ScriptServer implements ServerRecipe {
    private static final String SERVERS = "/servers/";

    private final String name;
    private final ScriptLanguage language;
    private final Optional<Path> executable;
    private final String missing;
    private final String resource;
    private final Optional<ScriptModules> modules;

    private ScriptServer(String name, ScriptLanguage language, Optional<Path> executable, String missing,
            String resource) {
        this.name = name;
        this.language = language;
        this.executable = executable;
        this.missing = missing;
        this.resource = resource;
        this.modules = executable.map(ScriptModules::new);
    }

    /**
     * Node.js.
     *
     * @param finder finds its executable
     */
    public static ScriptServer node(ExecutableFinder finder) {
        return new ScriptServer("node", ScriptLanguage.JAVASCRIPT, finder.find("node"),
                "node is not on PATH; install the package nodejs", "server.js");
    }

    /**
     * CPython of the operating system. The first python3 on PATH may be a virtual environment's, which starts through
     * wrappers and lacks the packages of the system.
     *
     * @param executable usually {@code /usr/bin/python3}
     */
    public static ScriptServer python(Path executable) {
        return new ScriptServer("python3", ScriptLanguage.PYTHON, Optional.of(executable).filter(Files::isExecutable),
                "there is no " + executable + "; install the package python3", "server.py");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Availability availability() {
        return executable.<Availability>map(path -> new Availability.Available(path.toString()))
                .orElseGet(() -> new Availability.Unavailable(missing));
    }

    @Override
    public boolean serves(String workload) {
        return WorkloadFiles.scriptLanguage(workload).equals(Optional.of(language));
    }

    @Override
    public Optional<String> problem(String workload) {
        return modules.flatMap(found -> found.missing(workload));
    }

    @Override
    public ServerCommand command(Path scratch, int port) throws IOException {
        Path path = executable.orElseThrow(() -> new SystemUnderTestException(missing));
        Path server = scratch.resolve(resource);
        try (InputStream source = ScriptServer.class.getResourceAsStream(SERVERS + resource)) {
            Files.copy(source, server);
        }
        return new ServerCommand(List.of(path.toString(), server.toString(), Integer.toString(port)), Map.of());
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        if (!(function.code() instanceof FunctionCode.Script script) || script.language() != language) {
            throw new SystemUnderTestException(name + " serves " + language.id() + " only, not " + function.workload());
        }
        HttpReply reply = client.post("/register?fid=" + function.invocation().functionId() + "&fep="
                + function.entryPoint(), "application/octet-stream", script.source());
        if (reply.status() != 200) {
            throw new SystemUnderTestException(name + " answered the registration of " + function.workload()
                    + " with status " + reply.status() + ": " + reply.text());
        }
    }
}
