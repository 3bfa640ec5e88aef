package org.graalvisor.analysis;

import java.nio.file.Path;
import java.util.List;
import org.graalvisor.analysis.claims.EvaluatedClaim;

/**
 * What a report consists of.
 *
 * @param page the report, one HTML file that needs no other
 * @param files figures (PNG and SVG) and tables (CSV), in the order of the paper
 * @param claims every claim with what the results say about it
 */
public record Report(Path page, List<Path> files, List<EvaluatedClaim> claims) {

    public Report {
        files = List.copyOf(files);
        claims = List.copyOf(claims);
    }
}
