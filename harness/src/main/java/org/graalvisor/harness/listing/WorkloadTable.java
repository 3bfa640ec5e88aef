package org.graalvisor.harness.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graalvisor.workloads.catalogue.Description;
import org.graalvisor.workloads.catalogue.Language;
import org.graalvisor.workloads.catalogue.Need;
import org.graalvisor.workloads.catalogue.Workload;

/** The catalogue as a table. */
public final class WorkloadTable {
    private static final Map<Language, String> LANGUAGES = Map.of(Language.JAVA, "Java", Language.JAVASCRIPT,
            "JavaScript", Language.PYTHON, "Python");
    private static final String NOTHING = "–";

    private WorkloadTable() {}

    /**
     * For a terminal.
     *
     * @param workloads a row each
     * @param platforms which platforms of this machine can run a workload, or why none can
     */
    public static List<String> text(List<Workload> workloads, Function<Workload, String> platforms) {
        TextTable table = new TextTable("name", "language", "does", "input", "grants", "needs", "runs on");
        for (Workload workload : workloads) {
            Description description = workload.description();
            table.row(workload.name(), LANGUAGES.get(workload.language()), description.does(), description.input(),
                    orNothing(description.grants()), orNothing(needs(workload)), platforms.apply(workload));
        }
        return table.lines();
    }

    /**
     * For a document: what does not depend on the machine, as Markdown.
     *
     * @param workloads a row each
     */
    public static List<String> markdown(List<Workload> workloads) {
        List<String> lines = new ArrayList<>(List.of(
                "| name | language | does | input | arguments | grants | needs | the answer is right when |",
                "|---|---|---|---|---|---|---|---|"));
        for (Workload workload : workloads) {
            Description description = workload.description();
            lines.add("| `" + workload.name() + "` | " + LANGUAGES.get(workload.language()) + " | " + description.does()
                    + " | " + description.input() + " | " + description.arguments() + " | " + orNothing(code(
                            description.grants())) + " | " + orNothing(needsAndReason(workload)) + " | " + description
                                    .correct() + " |");
        }
        return lines;
    }

    private static String needsAndReason(Workload workload) {
        Optional<String> reason = workload.notInIsolates().map(why -> "not in isolates: " + why);
        return reason.map(why -> needs(workload).isEmpty() ? why : needs(workload) + "; " + why).orElseGet(
                () -> needs(workload));
    }

    private static String needs(Workload workload) {
        return workload.needs().stream().sorted().map(Need::name).map(name -> name.toLowerCase(Locale.ROOT)).collect(
                Collectors.joining(", "));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
