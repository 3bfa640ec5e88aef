package org.graalvisor.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graalvisor.analysis.claims.EvaluatedClaim;
import org.graalvisor.analysis.data.ExcludedCell;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.figures.Figure;
import org.graalvisor.analysis.statistics.Estimate;
import org.graalvisor.analysis.tables.Numbers;
import org.graalvisor.analysis.tables.Table;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.RunStore;

/** The report as one page that needs no other file. */
public final class ReportPage {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?");

    private final Results results;
    private final List<Figure> figures;
    private final Map<String, String> drawings;
    private final List<EvaluatedClaim> claims;

    /**
     * Gathers what the page shows.
     *
     * @param results what was measured
     * @param figures drawn from these results
     * @param drawings SVG document per id of the figures that have a drawing
     * @param claims evaluated on these results
     */
    public ReportPage(Results results, List<Figure> figures, Map<String, String> drawings,
            List<EvaluatedClaim> claims) {
        this.results = results;
        this.figures = List.copyOf(figures);
        this.drawings = Map.copyOf(drawings);
        this.claims = List.copyOf(claims);
    }

    /** The page as HTML. */
    public String render() {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", "Graalvisor: measured results")
                .raw("<style>" + styleSheet() + "</style></head><body><main>")
                .heading(1, "top", "Graalvisor: measured results");
        summary(html);
        claims(html);
        guide(html);
        figures.forEach(figure -> figure(html, figure));
        results.all().forEach(experiment -> experiment(html, experiment));
        return html.raw("</main></body></html>").toString();
    }

    private void summary(Html html) {
        if (results.all().isEmpty()) {
            html.element("p", "There is no finished run yet. Make one with: ./graalvisor reproduce");
            return;
        }
        Map<EvaluatedClaim.Outcome, Long> counts = claims.stream()
                .collect(Collectors.groupingBy(EvaluatedClaim::outcome, Collectors.counting()));
        html.element("p", claims.size() + " claims: " + List.of(EvaluatedClaim.Outcome.values()).stream()
                .map(outcome -> counts.getOrDefault(outcome, 0L) + " " + outcome.words()).collect(Collectors.joining(
                        ", ")) + ".");
        List<String> references = results.all().stream()
                .filter(experiment -> experiment.origin() == RunStore.Origin.REFERENCE)
                .map(experiment -> experiment.manifest().experiment()).toList();
        if (!references.isEmpty()) {
            html.raw("<p class=\"notice\">" + Html.escape("From the project's reference run, not from this machine: "
                    + String.join(", ", references) + ".") + "</p>");
        }
    }

    private void claims(Html html) {
        html.heading(2, "claims", "Claims");
        html.element("p",
                "A claim is decided by the median over independent runs; n is the number of runs, the interval a "
                        + "bootstrap 95 % interval over runs. Thresholds are the project's goals and are never edited to pass.");
        html.raw(
                "<div class=\"wide\"><table><thead><tr><th>Claim</th><th>Outcome</th><th>Measured</th><th>95 % interval</th>"
                        + "<th>n</th><th>Wanted</th><th>Paper</th><th>Figure</th><th>Remark</th></tr></thead><tbody>");
        for (EvaluatedClaim evaluated : claims) {
            html.raw("<tr id=\"claim-" + Html.escape(evaluated.claim().id()) + "\">" + cells(List.of(
                    evaluated.claim().sentence(), evaluated.outcome().words(),
                    measured(evaluated, estimate -> Numbers.readable(estimate.value()) + " " + evaluated.claim()
                            .unit()),
                    measured(evaluated, estimate -> Numbers.readable(estimate.interval())),
                    measured(evaluated, estimate -> Integer.toString(estimate.runs())),
                    evaluated.claim().comparator().symbol() + " " + Numbers.readable(evaluated.claim().threshold()),
                    evaluated.claim().paper(), evaluated.claim().figure(), evaluated.remark()), evaluated.outcome())
                    + "</tr>");
        }
        html.raw("</tbody></table></div>");
    }

    private void guide(Html html) {
        Table guide = ClaimGuide.of(claims, results);
        html.heading(2, "claim-guide", "How to check a claim")
                .element("p",
                        "From claim to figure to command, with what the run behind this report took: time from start "
                                + "to end without building images, disk space of its results, and the tools that were there. "
                                + "./graalvisor plan tells time and disk of a run before it is made.")
                .table(guide.columns(), guide.rows());
    }

    private static String measured(EvaluatedClaim evaluated,
            Function<Estimate, String> text) {
        return evaluated.measured().map(text).orElse("");
    }

    private static String cells(List<String> texts, EvaluatedClaim.Outcome outcome) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String style = i == 1 ? " class=\"" + outcome.name().toLowerCase(Locale.ROOT) + "\"" : "";
            cells.append("<td").append(style).append('>').append(Html.escape(texts.get(i))).append("</td>");
        }
        return cells.toString();
    }

    private void figure(Html html, Figure figure) {
        html.raw("<section class=\"figure\">").heading(2, figure.id(), figure.title());
        if (figure.chart().isEmpty() && figure.table().rows().isEmpty()) {
            html.element("p", "No valid data.");
        }
        if (drawings.containsKey(figure.id())) {
            String svg = drawings.get(figure.id());
            html.raw("<div class=\"drawing\">" + InlineSvg.of(svg, figure.id(), figure.title()) + "</div>");
        }
        html.element("p", figure.caption());
        if (!figure.table().rows().isEmpty()) {
            html.raw("<details><summary>Numbers (" + figure.table().rows().size() + " rows, rounded; in full in tables/"
                    + Html.escape(figure.id()) + ".csv)</summary>")
                    .table(figure.table().columns(), readable(figure.table().rows())).raw("</details>");
        }
        html.raw("<p>Reproduce: <code>" + Html.escape(figure.command()) + "</code></p></section>");
    }

    /** The page rounds what the table's file has in full. */
    private static List<List<String>> readable(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream()
                .map(cell -> DECIMAL.matcher(cell).matches() ? Numbers.readable(Double.parseDouble(cell)) : cell)
                .toList()).toList();
    }

    private static void experiment(Html html, Experiment experiment) {
        Manifest manifest = experiment.manifest();
        html.raw("<section>").heading(2, "run-" + manifest.experiment() + (experiment.underPaperRules()
                ? "-paper-rules"
                : ""), "Run behind " + manifest.experiment() + (experiment.underPaperRules()
                        ? ", by the paper's rules"
                        : ""));
        HostDescription host = manifest.environment().host();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Run", manifest.runId() + (experiment.origin() == RunStore.Origin.REFERENCE
                ? " (reference)"
                : "")));
        facts.add(List.of("Verdict", manifest.outcome().verdict().toString()));
        facts.add(List.of("Started", manifest.outcome().startedAt().toString()));
        facts.add(List.of("Ended", manifest.outcome().endedAt().map(Object::toString).orElse("")));
        facts.add(List.of("Scale and method", manifest.plan().scale() + ", " + manifest.plan().method()));
        facts.add(List.of("Cells used", experiment.cells().size() + " of " + manifest.plan().cells().size()));
        facts.add(List.of("Code", manifest.environment().source().commit()
                + (manifest.environment().source().dirty() ? " (with uncommitted changes)" : "")));
        facts.add(List.of("Processor", host.cpuModel() + ", " + host.cores() + " cores"));
        facts.add(List.of("Memory", Numbers.readable(host.memoryBytes() / 1e9) + " GB"));
        facts.add(List.of("Kernel", host.kernel()));
        facts.add(List.of("Page fault", nanoseconds(host.pageFaultCostNs())));
        facts.add(List.of("mmap and munmap", nanoseconds(host.mapAndUnmapCostNs())));
        manifest.environment().toolVersions().forEach((tool, version) -> facts.add(List.of(tool, version)));
        manifest.plan().scheduleHash().ifPresent(hash -> facts.add(List.of("Schedule", hash)));
        manifest.plan().seeds().forEach((purpose, seed) -> facts.add(List.of("Seed: " + purpose, seed.toString())));
        html.table(List.of("", ""), facts);
        if (!manifest.plan().unavailableSystems().isEmpty()) {
            html.element("h3", "Systems this machine cannot run");
            html.list(manifest.plan().unavailableSystems().stream().map(system -> system.name() + ": " + system
                    .reason()).toList());
        }
        if (!experiment.excluded().isEmpty()) {
            html.element("h3", "Cells left out");
            html.list(experiment.excluded().stream().map(ReportPage::describe).toList());
        }
        html.raw("</section>");
    }

    private static String describe(ExcludedCell cell) {
        return cell.cell() + ": " + cell.reason();
    }

    private static String nanoseconds(OptionalDouble cost) {
        return cost.isPresent() ? Numbers.readable(cost.getAsDouble()) + " ns" : "not calibrated";
    }

    private static String styleSheet() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("The build lost the resource report.css");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
