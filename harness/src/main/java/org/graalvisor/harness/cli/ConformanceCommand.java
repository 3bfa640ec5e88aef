package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceItem;
import org.graalvisor.baselines.openwhisk.conformance.ConformancePlatform;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that the OpenWhisk-style runtimes speak OpenWhisk's protocol. */
@Command(name = "conformance", description = "Check the OpenWhisk action proxies against the protocol, one line for each item and platform.", footer = {
        "", "Example:", "  graalvisor conformance"})
final class ConformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean failed = false;
        for (ConformancePlatform platform : ConformanceSuite.baselines()) {
            for (ConformanceItem item : ConformanceSuite.items(platform)) {
                ConformanceResult result = ConformanceSuite.run(platform, item);
                out.println(result.line());
                out.flush();
                failed |= result.outcome() == ConformanceResult.Outcome.FAILED;
            }
        }
        return failed ? ExitCode.SYSTEM_UNDER_TEST_FAILED : ExitCode.OK;
    }
}
