package org.graalvisor.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.build.Language;
import org.graalvisor.harness.oci.ImageConfiguration;
import org.graalvisor.harness.oci.ImageLayout;
import org.graalvisor.harness.oci.RuntimeLayers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the runtime as a container image. */
@Command(name = "package-image", description = "Write the native runtime as a container image: an OCI image layout, made without a container daemon.", footer = {
        "", "Options after -- become the runtime's; without --port it listens at $PORT or 8080. Examples:",
        "  graalvisor package-image --languages js --output graalvisor-js",
        "  graalvisor package-image --languages python --name graalvisor-action-python:1 --output image \\",
        "      -- --protocol openwhisk --language python",
        "  skopeo copy oci:image docker-daemon:graalvisor-action-python:1"})
final class PackageImageCommand implements Callable<Integer> {
    private static final int PORT = 8080;

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The layout's directory.")
    private Path output = Path.of("");

    @Option(names = "--languages", split = ",", paramLabel = "LANGUAGE", description = "Script languages of the image: js, python, js+python; libraries that are missing are built first. Java functions always run.")
    private List<Language> languages = List.of();

    @Option(names = "--name", paramLabel = "NAME:TAG", defaultValue = "graalvisor:0.1.0", description = "The image's name (${DEFAULT-VALUE}).")
    private String name = "";

    @Parameters(paramLabel = "OPTION", description = "Options of the runtime.")
    private List<String> options = new ArrayList<>();

    PackageImageCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Images images = services.images().get();
        Map<String, Path> libraries = new TreeMap<>();
        languages.stream().filter(language -> !language.scripts().isEmpty()).forEach(language -> language.scripts()
                .forEach(script -> libraries.put(script.id(), images.scriptLibrary(language.scripts(), false))));
        RuntimeLayers layers = new RuntimeLayers(images.runtime(), libraries);
        List<String> entryPoint = new ArrayList<>(layers.entryPoint());
        entryPoint.addAll(options);
        try {
            String digest = ImageLayout.write(output, new ImageConfiguration(name, ImageConfiguration.ofThisMachine(),
                    entryPoint, Map.of("PATH", RuntimeLayers.HOME), PORT), layers.layers());
            spec.commandLine().getOut().println(output + ": " + name + " " + digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the image " + output + ": " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
