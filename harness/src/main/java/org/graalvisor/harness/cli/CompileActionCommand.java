package org.graalvisor.harness.cli;

import java.util.concurrent.Callable;
import org.graalvisor.harness.build.ActionLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compiles a user's OpenWhisk action. */
@Command(name = "compile-action", description = "Compile an OpenWhisk action written in Java to a library for a runtime with --protocol openwhisk --language java. Any class of the jar can be the action's main.", footer = {
        "", "Options after -- go to Native Image.", "", "Example:",
        "  graalvisor compile-action --jar hello.jar --output hello.so"})
final class CompileActionCommand implements Callable<Integer> {
    private final Services services;

    @Mixin
    private LibraryOptions library = new LibraryOptions();

    CompileActionCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        return library.deliver(new ActionLibraries(services.images().get()).compile(library.name(), library.jar(),
                library.libraries(), library.options()));
    }
}
