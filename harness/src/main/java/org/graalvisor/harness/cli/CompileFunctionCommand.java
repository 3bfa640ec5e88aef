package org.graalvisor.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.graalvisor.toolchain.FunctionEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles a user's Java function. */
@Command(name = "compile-function", description = "Compile a plain Java method 'public static String main(String json)' to a library that a Graalvisor runtime takes as code.", footer = {
        "", "Options after -- go to Native Image.", "", "Examples:",
        "  graalvisor compile-function --jar hello.jar --entry com.example.Hello#main --output hello.so",
        "  graalvisor compile-function --jar get.jar --library json.jar --entry com.example.Get#main \\",
        "      --output get.so -- --enable-url-protocols=http"})
final class CompileFunctionCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Option(names = "--jar", required = true, paramLabel = "JAR", description = "The function's jar, or a directory of classes.")
    private Path jar = Path.of("");

    @Option(names = "--library", paramLabel = "JAR", description = "A jar the function needs; may be repeated.")
    private List<Path> libraries = new ArrayList<>();

    @Option(names = "--entry", required = true, paramLabel = "CLASS#METHOD", description = "Its static method from JSON text to JSON text.")
    private String entry = "";

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The library to write, such as hello.so.")
    private Path output = Path.of("");

    @Parameters(paramLabel = "OPTION", description = "Options of Native Image.")
    private List<String> options = new ArrayList<>();

    CompileFunctionCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<Path> classPath = new ArrayList<>(List.of(jar.toAbsolutePath()));
        libraries.forEach(library -> classPath.add(library.toAbsolutePath()));
        String name = output.getFileName().toString().replaceFirst("\\.so$", "");
        Path built = services.images().get().function(name, classPath, FunctionEntry.parse(entry), options);
        try {
            Files.copy(built, output, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(output + ": " + Files.size(output) + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + output, e);
        }
        return ExitCode.OK;
    }
}
