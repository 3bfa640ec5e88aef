package org.graalvisor.harness.platform.openwhisk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.ActionProxy;
import org.graalvisor.baselines.openwhisk.JavaProxy;
import org.graalvisor.baselines.openwhisk.ScriptProxy;
import org.graalvisor.harness.http.HttpReply;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionJars;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.HttpEndpoint;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.ScriptModules;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.program.ScriptLanguage;

/** One of OpenWhisk's action proxies: a process for one function, which runs one invocation at a time. */
public final class OpenWhiskServer implements ServerRecipe {
    /** As in the paper's virtual machine of 2 GB: a JVM alone on a large machine would not collect garbage for long. */
    private static final List<String> MEMORY_RULE = List.of("-XX:MaxRAM=2g");

    private final ActionProxy proxy;
    private final Optional<ScriptLanguage> language;
    private final Optional<ScriptModules> modules;
    private final FunctionJars jars;

    private OpenWhiskServer(ActionProxy proxy, Optional<ScriptModules> modules, FunctionJars jars) {
        this.proxy = proxy;
        this.language = scriptLanguage(proxy.language());
        this.modules = modules;
        this.jars = jars;
    }

    /**
     * Java functions on HotSpot.
     *
     * @param java virtual machine
     * @param jars their code
     */
    public static OpenWhiskServer java(JavaInstallation java, FunctionJars jars) {
        return new OpenWhiskServer(new JavaProxy(java.launcher(), MEMORY_RULE), Optional.empty(), jars);
    }

    /**
     * JavaScript functions on Node.js.
     *
     * @param finder finds its executable
     */
    public static OpenWhiskServer nodejs(ExecutableFinder finder) {
        return new OpenWhiskServer(ScriptProxy.nodejs(finder.directories()), finder.find("node").map(
                ScriptModules::new), OpenWhiskServer::noJar);
    }

    /**
     * Python functions on CPython.
     *
     * @param executable usually {@code /usr/bin/python3}
     */
    public static OpenWhiskServer python(Path executable) {
        return new OpenWhiskServer(ScriptProxy.python(executable), Optional.of(new ScriptModules(executable)),
                OpenWhiskServer::noJar);
    }

    private static byte[] noJar(String workload) throws IOException {
        throw new IOException(workload + " is no Java function");
    }

    private static Optional<ScriptLanguage> scriptLanguage(ActionLanguage language) {
        return switch (language) {
            case JAVA -> Optional.empty();
            case JAVASCRIPT -> Optional.of(ScriptLanguage.JAVASCRIPT);
            case PYTHON -> Optional.of(ScriptLanguage.PYTHON);
        };
    }

    @Override
    public String name() {
        return proxy.name();
    }

    @Override
    public Availability availability() {
        return proxy.unavailable().<Availability>map(Availability.Unavailable::new).orElseGet(
                () -> new Availability.Available("action proxy for " + proxy.language().label()));
    }

    @Override
    public boolean serves(String workload) {
        return WorkloadFiles.scriptLanguage(workload).equals(language);
    }

    @Override
    public Optional<String> problem(String workload) {
        return modules.flatMap(found -> found.missing(workload));
    }

    @Override
    public boolean runsOneInvocationAtATime() {
        return true;
    }

    @Override
    public boolean logsEachInvocation() {
        return true;
    }

    @Override
    public ServerCommand command(Path scratch, int port) throws IOException {
        return new ServerCommand(proxy.command(scratch, List.of("--host", "127.0.0.1", "--port", Integer.toString(
                port))), Map.of("TMPDIR", scratch.toString()));
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) throws IOException {
        HttpReply reply = client.post("/init", "application/json", action(function).initBody(function.workload()));
        if (reply.status() != 200) {
            throw new SystemUnderTestException(name() + " answered /init of " + function.workload() + " with status "
                    + reply.status() + ": " + reply.text());
        }
    }

    private ActionCode action(FunctionUnderTest function) throws IOException {
        return switch (function.code()) {
            case FunctionCode.Library library when language.isEmpty() -> ActionCode.archive(function.entryPoint(),
                    jars.jar(function.workload()));
            case FunctionCode.Script script when language.equals(Optional.of(script.language())) -> ScriptActions.of(
                    script, function.entryPoint());
            default -> throw new SystemUnderTestException(name() + " cannot run " + function.workload()
                    + ": it is written in another language");
        };
    }

    @Override
    public String invokeTarget(String functionId) {
        return "/run";
    }

    @Override
    public byte[] invokeBody(byte[] argumentJson) {
        return ActionCode.runBody(argumentJson);
    }
}
