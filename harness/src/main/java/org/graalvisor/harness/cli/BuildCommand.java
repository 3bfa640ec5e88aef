package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.Images;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds all native images, so that a later measurement need not wait. */
@Command(name = "build", description = "Build the runtime's executable and the functions' libraries, unless the cache has them.", footer = {
        "", "The cache is ~/.cache/graalvisor; GRAALVISOR_CACHE moves it.", "", "Example:", "  graalvisor build"})
final class BuildCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    BuildCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Images images = services.images().get();
        out.println("builder: " + images.builder());
        List<String> missing = images.missing();
        out.println(missing.isEmpty() ? "everything is in the cache" : "to build: " + String.join(", ", missing));
        out.flush();
        out.println(images.runtime());
        for (String function : Images.functions()) {
            out.println(images.function(function));
            out.flush();
        }
        return ExitCode.OK;
    }
}
