package org.graalvisor.harness.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.UnavailableSystem;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.manage.OpenWhiskPolicy;
import org.graalvisor.trace.manage.PhotonsPolicy;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Workload;

/**
 * Turns an experiment into cells. Runs alternate in direction (A B, B A, A B …), so that a machine that slowly gets
 * faster or slower favours nobody.
 */
public final class CellPlanner {
    /** Name of the system that is one bare isolate, measured by the isolate probe. */
    public static final String ISOLATE = "isolate";

    /** Name of the system that is a further context of a warm isolate, measured by the isolate probe too. */
    public static final String CONTEXT = "context";

    private static final List<String> PROBED = List.of(ISOLATE, CONTEXT);
    private static final Set<String> USERS_OF_LIBRARIES = Set.of(ISOLATE, CONTEXT, "graalvisor-native",
            "graalvisor-java",
            "graalvisor-single");

    /** What the paper calls Photons is its own runtime restricted to one function. */
    private static final Map<String, String> PLATFORM_OF_POLICY = Map.of(OpenWhiskPolicy.NAME, "openwhisk-java",
            PhotonsPolicy.NAME, "graalvisor-single", GraalvisorPolicy.NAME, "graalvisor-java");

    private final List<Platform> platforms;
    private final Artifacts artifacts;

    /**
     * Creates a planner.
     *
     * @param platforms all platforms
     * @param artifacts native files, which the probe needs
     */
    public CellPlanner(List<Platform> platforms, Artifacts artifacts) {
        this.platforms = List.copyOf(platforms);
        this.artifacts = artifacts;
    }

    /** Returns the names that experiments may use for platforms. */
    public List<String> platformNames() {
        List<String> names = new ArrayList<>(platforms.stream().map(Platform::name).toList());
        names.addAll(PROBED);
        return names;
    }

    /**
     * Tells whether this machine can run a system.
     *
     * @param name one of {@link #platformNames}
     */
    public Availability availability(String name) {
        if (PROBED.contains(name)) {
            return probeAvailability();
        }
        return platform(name).availability();
    }

    /** The systems that a trace is replayed on are named by their policies. */
    private static String platformOf(Experiment experiment, String name) {
        return experiment.settings() instanceof Settings.TraceReplay
                ? PLATFORM_OF_POLICY.getOrDefault(name, name)
                : name;
    }

    Platform platform(String name) {
        return platforms.stream().filter(platform -> platform.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown platform " + name));
    }

    private Availability probeAvailability() {
        return switch (artifacts.runtimeExecutable()) {
            case Artifact.Built built -> new Availability.Available("probe of the native runtime");
            case Artifact.Missing missing -> new Availability.Unavailable(missing.reason());
        };
    }

    /** Returns the systems and workloads of an experiment that this machine cannot run. */
    public List<UnavailableSystem> unavailable(Experiment experiment) {
        List<UnavailableSystem> systems = new ArrayList<>();
        for (String name : experiment.platforms()) {
            if (availability(platformOf(experiment, name)) instanceof Availability.Unavailable unavailable) {
                systems.add(new UnavailableSystem(name, unavailable.reason()));
            }
        }
        for (String workload : experiment.workloads()) {
            missingNeed(workload).or(() -> missingLibrary(experiment, workload))
                    .ifPresent(reason -> systems.add(new UnavailableSystem(workload, reason)));
            systems.addAll(problems(experiment, workload));
        }
        return systems;
    }

    /** Systems that cannot run one workload, although they run others. */
    private List<UnavailableSystem> problems(Experiment experiment, String workload) {
        return experiment.platforms().stream().filter(name -> availability(platformOf(experiment, name))
                .isAvailable()).flatMap(name -> problem(platformOf(experiment, name), workload).map(
                        reason -> new UnavailableSystem(name + " " + workload, reason)).stream()).toList();
    }

    private Optional<String> problem(String name, String workload) {
        if (PROBED.contains(name)) {
            return probeProblem(name, workload);
        }
        return Optional.of(platform(name)).filter(platform -> platform.serves(workload)).flatMap(platform -> platform
                .problem(workload));
    }

    private static Optional<String> probeProblem(String name, String workload) {
        return name.equals(CONTEXT) && WorkloadFiles.scriptLanguage(workload).isEmpty()
                ? Optional.of("the isolate of a Java function has one context")
                : Optional.empty();
    }

    private static Optional<String> missingNeed(String workload) {
        return Catalogue.find(workload).flatMap(Workload::unavailable);
    }

    private Optional<String> missingLibrary(Experiment experiment, String workload) {
        boolean needed = experiment.platforms().stream().map(name -> platformOf(experiment, name)).anyMatch(
                USERS_OF_LIBRARIES::contains);
        return needed && WorkloadFiles.sharedObject(artifacts, workload) instanceof Artifact.Missing missing
                ? Optional.of("not in isolates: " + missing.reason())
                : Optional.empty();
    }

    /** Returns the cells of an experiment that this machine can run, in the order in which they are to be run. */
    public List<PlannedCell> cells(Experiment experiment) {
        List<Map<String, String>> points = points(experiment);
        List<PlannedCell> cells = new ArrayList<>();
        for (int run = 1; run <= experiment.settings().runs(); run++) {
            for (Map<String, String> point : run % 2 == 1 ? points : points.reversed()) {
                Map<String, String> dimensions = new LinkedHashMap<>(point);
                dimensions.put(Dimension.RUN, Integer.toString(run));
                cells.add(new PlannedCell(cellId(dimensions), dimensions));
            }
        }
        return cells;
    }

    private static String cellId(Map<String, String> dimensions) {
        return dimensions.entrySet().stream().map(entry -> switch (entry.getKey()) {
            case Dimension.PLATFORM, Dimension.WORKLOAD -> entry.getValue();
            default -> entry.getKey() + entry.getValue();
        }).collect(Collectors.joining("."));
    }

    private List<Map<String, String>> points(Experiment experiment) {
        List<String> usable = experiment.platforms().stream().filter(name -> availability(platformOf(experiment, name))
                .isAvailable())
                .toList();
        List<Map<String, String>> points = new ArrayList<>();
        for (String workload : experiment.workloads()) {
            for (Map<String, String> rest : FunctionPoints.of(experiment.settings(), workload)) {
                usable.stream().filter(name -> FunctionPoints.has(experiment.settings(), name, rest)).filter(
                        name -> serves(platformOf(experiment, name), workload)).forEach(name -> points.add(
                                FunctionPoints.joined(name, workload,
                                        rest)));
            }
        }
        points.addAll(TracePoints.of(experiment.settings()));
        return points;
    }

    /**
     * Tells whether this machine can run a workload on a system.
     *
     * @param name one of {@link #platformNames}
     * @param workload name of a workload
     */
    public boolean serves(String name, String workload) {
        if (missingNeed(workload).isPresent()) {
            return false;
        }
        if (PROBED.contains(name)) {
            return probeProblem(name, workload).isEmpty() && WorkloadFiles.sharedObject(artifacts,
                    workload) instanceof Artifact.Built;
        }
        return platform(name).serves(workload) && platform(name).problem(workload).isEmpty();
    }
}
