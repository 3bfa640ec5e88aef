package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceItem;
import org.graalvisor.baselines.openwhisk.conformance.ConformancePlatform;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceSuite;
import org.graalvisor.harness.build.Language;
import org.graalvisor.harness.conformance.DropInPlatforms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that the OpenWhisk-style runtimes speak OpenWhisk's protocol. */
@Command(name = "conformance", description = "Check the OpenWhisk action proxies, and Graalvisor in their place, against the protocol: one line for each item and platform.", footer = {
        "", "Examples:", "  graalvisor conformance", "  graalvisor conformance --languages java,js,python",
        "  graalvisor conformance --hosted --platform graalvisor-hosted-javascript"})
final class ConformanceCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Option(names = "--languages", split = ",", paramLabel = "LANGUAGE", defaultValue = "java,js", description = "Languages whose native images are built when they are missing: java, js, python (default: ${DEFAULT-VALUE}). Another is checked when its images are in the cache, and else unavailable.")
    private Set<Language> languages = EnumSet.noneOf(Language.class);

    @Option(names = "--hosted", description = "Check the runtime on HotSpot, too.")
    private boolean hosted;

    @Option(names = "--platform", split = ",", paramLabel = "NAME", description = "Check these platforms only.")
    private List<String> platforms = List.of();

    @Option(names = "--item", split = ",", paramLabel = "ID", description = "Check these items only, such as B1.")
    private List<String> items = List.of();

    ConformanceCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean failed = false;
        for (ConformancePlatform platform : platforms()) {
            for (ConformanceItem item : ConformanceSuite.items(platform)) {
                if (items.isEmpty() || items.contains(item.id())) {
                    ConformanceResult result = ConformanceSuite.run(platform, item);
                    out.println(result.line());
                    out.flush();
                    failed |= result.outcome() == ConformanceResult.Outcome.FAILED;
                }
            }
        }
        return failed ? ExitCode.SYSTEM_UNDER_TEST_FAILED : ExitCode.OK;
    }

    private List<ConformancePlatform> platforms() {
        Stream<ConformancePlatform> all = Stream.of(ConformanceSuite.baselines(), DropInPlatforms.nativeOnes(services
                .images(), languages), hosted ? DropInPlatforms.hosted() : List.<ConformancePlatform>of()).flatMap(
                        List::stream);
        return all.filter(platform -> platforms.isEmpty() || platforms.contains(platform.name())).toList();
    }
}
