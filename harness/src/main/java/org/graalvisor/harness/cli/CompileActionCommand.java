package org.graalvisor.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.ActionLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles a user's OpenWhisk action. */
@Command(name = "compile-action", description = "Compile an OpenWhisk action written in Java to a library for a runtime with --protocol openwhisk --language java. Any class of the jar can be the action's main.", footer = {
        "", "Options after -- go to Native Image.", "", "Example:",
        "  graalvisor compile-action --jar hello.jar --output hello.so"})
final class CompileActionCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Option(names = "--jar", required = true, paramLabel = "JAR", description = "The action's jar.")
    private Path jar = Path.of("");

    @Option(names = "--library", paramLabel = "JAR", description = "A jar the action needs; may be repeated. Gson is there.")
    private List<Path> libraries = new ArrayList<>();

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The library to write, such as hello.so.")
    private Path output = Path.of("");

    @Parameters(paramLabel = "OPTION", description = "Options of Native Image.")
    private List<String> options = new ArrayList<>();

    CompileActionCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        String name = output.getFileName().toString().replaceFirst("\\.so$", "");
        List<Path> needed = libraries.stream().map(Path::toAbsolutePath).toList();
        Path built = new ActionLibraries(services.images().get()).library(name, jar, needed, options);
        try {
            Files.copy(built, output, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(output + ": " + Files.size(output) + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + output, e);
        }
        return ExitCode.OK;
    }
}
