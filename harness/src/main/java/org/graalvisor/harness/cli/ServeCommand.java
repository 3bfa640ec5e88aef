package org.graalvisor.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.build.Language;
import org.graalvisor.harness.platform.HostedRuntime;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.program.ScriptLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the runtime in the foreground. */
@Command(name = "serve", description = "Run the Graalvisor runtime until Ctrl-C. Further options go to the runtime; 'graalvisor serve --runtime-help' lists them.", footer = {
        "", "Examples:", "  graalvisor serve --port 8080",
        "  curl -X POST --data-binary @hello.so 'http://127.0.0.1:8080/register?fid=hello&fep=main&language=java&mem=16777216'",
        "  curl -X POST -d '{}' 'http://127.0.0.1:8080/invoke?fid=hello'"})
final class ServeCommand implements Callable<Integer> {
    private final Services services;

    @Option(names = "--hosted", description = "Run it on HotSpot instead of as a native executable.")
    private boolean hosted;

    @Option(names = "--languages", split = ",", paramLabel = "LANGUAGE", description = "Languages to run: java, js, python, js+python (functions written in both); libraries that are missing are built first. Default: java and what is in the cache.")
    private List<Language> languages = List.of();

    @Option(names = "--quick", description = "Use script libraries with fewer optimizations, which are built in half the time.")
    private boolean quick;

    @Option(names = "--runtime-help", description = "List the runtime's own options.")
    private boolean runtimeHelp;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    ServeCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerCommand command = hosted ? HostedRuntime.command(JavaInstallation.ofThisProcess()) : nativeRuntime();
        command = command.with(arguments.toArray(String[]::new));
        return run(runtimeHelp ? command.with("--help") : command);
    }

    private ServerCommand nativeRuntime() {
        Images images = services.images().get();
        List<String> words = new ArrayList<>(List.of(images.runtime().toString()));
        libraries(images).forEach((language, library) -> words.addAll(List.of("--" + language.id() + "-library",
                library.toString())));
        return new ServerCommand(words, Map.of());
    }

    /** Without a choice, whatever needs no waiting; a library of two languages serves both. */
    private Map<ScriptLanguage, Path> libraries(Images images) {
        Map<ScriptLanguage, Path> libraries = new EnumMap<>(ScriptLanguage.class);
        for (Language language : Language.values()) {
            boolean wanted = languages.isEmpty()
                    ? language.scripts().size() == 1 && images.hasScriptLibrary(language.scripts())
                    : languages.contains(language) && !language.scripts().isEmpty();
            if (wanted) {
                Path library = images.scriptLibrary(language.scripts(), quick);
                language.scripts().forEach(script -> libraries.put(script, library));
            }
        }
        return libraries;
    }

    /** The terminal sends Ctrl-C to both processes; a SIGTERM reaches only this one and is passed on. */
    private static int run(ServerCommand command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.command()).inheritIO();
        builder.environment().putAll(command.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new SystemUnderTestException("cannot start the runtime " + command.command().getFirst() + ": " + e
                    .getMessage());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
