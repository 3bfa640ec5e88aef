package org.graalvisor.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What to compile and where to, for commands that make libraries of a user's code. */
final class LibraryOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--jar", required = true, paramLabel = "JAR", description = "The code's jar, or a directory of classes.")
    private Path jar = Path.of("");

    @Option(names = "--library", paramLabel = "JAR", description = "A jar the code needs; may be repeated. Actions have Gson.")
    private List<Path> libraries = new ArrayList<>();

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The library to write, such as hello.so.")
    private Path output = Path.of("");

    @Parameters(paramLabel = "OPTION", description = "Options of Native Image.")
    private List<String> options = new ArrayList<>();

    Path jar() {
        return jar.toAbsolutePath();
    }

    List<Path> libraries() {
        return libraries.stream().map(Path::toAbsolutePath).toList();
    }

    /** What the library is called in the cache of images. */
    String name() {
        return output.getFileName().toString().replaceFirst("\\.so$", "");
    }

    List<String> options() {
        return options;
    }

    /** Copies a library out of the cache and says how large it is. */
    int deliver(Path built) {
        try {
            Files.copy(built, output, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(output + ": " + Files.size(output) + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + output, e);
        }
        return ExitCode.OK;
    }
}
