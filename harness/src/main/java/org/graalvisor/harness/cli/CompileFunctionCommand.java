package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.graalvisor.toolchain.FunctionEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compiles a user's Java function. */
@Command(name = "compile-function", description = "Compile a plain Java method 'public static String main(String json)' to a library that a Graalvisor runtime takes as code.", footer = {
        "", "Options after -- go to Native Image.", "", "Examples:",
        "  graalvisor compile-function --jar hello.jar --entry com.example.Hello#main --output hello.so",
        "  graalvisor compile-function --jar get.jar --library json.jar --entry com.example.Get#main \\",
        "      --output get.so -- --enable-url-protocols=http"})
final class CompileFunctionCommand implements Callable<Integer> {
    private final Services services;

    @Mixin
    private LibraryOptions library = new LibraryOptions();

    @Option(names = "--entry", required = true, paramLabel = "CLASS#METHOD", description = "Its static method from JSON text to JSON text.")
    private String entry = "";

    CompileFunctionCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        List<Path> classPath = Stream.concat(Stream.of(library.jar()), library.libraries().stream()).toList();
        return library.deliver(services.images().get().function(library.name(), classPath, FunctionEntry.parse(entry),
                library.options()));
    }
}
