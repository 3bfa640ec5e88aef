package org.graalvisor.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.graalvisor.analysis.ReportWriter;
import org.graalvisor.analysis.claims.EvaluatedClaim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Evaluates the claims on results on disk. */
@Command(name = "verify", description = "Evaluate the claims on results on disk. Exit code 4 when one of them is not reproduced.", footer = {
        "", "Example:", "  graalvisor verify"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Override
    public Integer call() {
        List<EvaluatedClaim> claims = ReportWriter.verify(results.folder());
        ClaimLines.print(claims, spec.commandLine().getOut());
        return claims.stream().anyMatch(claim -> claim.outcome() == EvaluatedClaim.Outcome.NOT_REPRODUCED)
                ? ExitCode.CLAIM_NOT_REPRODUCED
                : ExitCode.OK;
    }
}
