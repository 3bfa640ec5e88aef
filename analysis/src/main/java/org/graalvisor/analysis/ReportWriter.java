package org.graalvisor.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.graalvisor.analysis.claims.Claims;
import org.graalvisor.analysis.claims.ClaimsTable;
import org.graalvisor.analysis.claims.EvaluatedClaim;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.figures.Figure;
import org.graalvisor.analysis.figures.Figures;
import org.graalvisor.analysis.report.ClaimGuide;
import org.graalvisor.analysis.report.ReportPage;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.results.ResultsException;

/**
 * Turns a results folder into figures, tables, claims and a report: the newest finished run of each experiment, the reference
 * run where there is no own one. A pure function of the results: the same input gives the same bytes.
 */
public final class ReportWriter {
    /** Any number does, as long as it never changes: it makes intervals repeatable. */
    private static final long BOOTSTRAP_SEED = 0x6772_6161_6c76L;

    private ReportWriter() {}

    /**
     * Writes {@code report.html}, {@code figures/*.png}, {@code figures/*.svg}, {@code tables/*.csv}.
     *
     * @param resultsRoot the results folder, with {@code runs} and {@code reference}
     * @param outputDirectory created when it does not exist; files of the same name are replaced
     * @throws ResultsException when a result file is damaged or the output cannot be written
     */
    public static Report write(Path resultsRoot, Path outputDirectory) {
        Bootstrap bootstrap = defaultBootstrap();
        Results results = Results.load(resultsRoot);
        List<Figure> figures = Figures.draw(results, bootstrap);
        List<EvaluatedClaim> claims = Claims.shipped(bootstrap).evaluate(results);
        try {
            List<Path> files = new ArrayList<>();
            Map<String, String> drawings = new HashMap<>();
            Path figureFolder = Files.createDirectories(outputDirectory.resolve("figures"));
            Path tableFolder = Files.createDirectories(outputDirectory.resolve("tables"));
            for (Figure figure : figures) {
                Optional<byte[]> png = figure.toPng();
                Optional<String> svg = figure.toSvg();
                if (png.isPresent() && svg.isPresent()) {
                    files.add(Files.write(figureFolder.resolve(figure.id() + ".png"), png.get()));
                    files.add(write(figureFolder.resolve(figure.id() + ".svg"), svg.get()));
                    drawings.put(figure.id(), svg.get());
                }
                files.add(write(tableFolder.resolve(figure.id() + ".csv"), figure.table().toCsv()));
            }
            files.add(write(tableFolder.resolve("claims.csv"), ClaimsTable.of(claims).toCsv()));
            files.add(write(tableFolder.resolve("claim-guide.csv"), ClaimGuide.of(claims, results).toCsv()));
            Path page = write(outputDirectory.resolve("report.html"), new ReportPage(results, figures, drawings, claims)
                    .render());
            return new Report(page, files, claims);
        } catch (IOException e) {
            throw new ResultsException("write the report to " + outputDirectory, e,
                    "Check free space and permissions, or give another folder");
        }
    }

    /** The claims alone, without drawing anything. */
    public static List<EvaluatedClaim> verify(Path resultsRoot) {
        return Claims.shipped(defaultBootstrap()).evaluate(Results.load(resultsRoot));
    }

    private static Bootstrap defaultBootstrap() {
        return new Bootstrap(() -> new SplittableRandom(BOOTSTRAP_SEED), Bootstrap.DEFAULT_RESAMPLES);
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
