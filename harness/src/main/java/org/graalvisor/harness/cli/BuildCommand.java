package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.build.Language;
import org.graalvisor.program.ScriptLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds all native images, so that a later measurement need not wait. */
@Command(name = "build", description = "Build the runtime's executable and the functions' libraries, unless the cache has them.", footer = {
        "", "The cache is ~/.cache/graalvisor; GRAALVISOR_CACHE moves it.", "", "Examples:", "  graalvisor build",
        "  graalvisor build --languages java,js,python"})
final class BuildCommand implements Callable<Integer> {
    private final Services services;

    @Option(names = "--languages", split = ",", paramLabel = "LANGUAGE", description = "Languages to build for: java, js (8 GB of memory, minutes), python (15 GB, many minutes), js+python (one library for functions in both, 18 GB). Default: ${DEFAULT-VALUE}.", defaultValue = "java")
    private List<Language> languages = List.of(Language.JAVA);

    @Option(names = "--quick", description = "Build script libraries with fewer optimizations, in half the time: for developing, not for measuring.")
    private boolean quick;

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
        List<String> missing = images.missing(scripts());
        out.println(missing.isEmpty() ? "everything is in the cache" : "to build: " + String.join(", ", missing));
        out.flush();
        out.println(images.runtime());
        for (String function : Images.functions()) {
            out.println(images.function(function));
            out.flush();
        }
        for (Language language : languages) {
            if (!language.scripts().isEmpty()) {
                out.println(images.scriptLibrary(language.scripts(), quick));
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    /** Those with a library of their own. */
    private Set<ScriptLanguage> scripts() {
        return languages.stream().filter(language -> language.scripts().size() == 1).flatMap(language -> language
                .scripts()
                .stream()).collect(Collectors.toCollection(
                        TreeSet::new));
    }
}
