package org.graalvisor.harness.experiment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.config.NearestName;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.results.RunPlan;

/**
 * The languages whose functions are run, so that nobody waits for libraries that are not needed.
 *
 * @param names some of {@link #NAMES}, in that order
 */
public record LanguageSelection(List<String> names) {
    /** Names of all languages. */
    public static final List<String> NAMES = List.of("java", "js", "python");
    /** Every language. */
    public static final LanguageSelection ALL = new LanguageSelection(NAMES);

    private static final String JAVA = "java";
    /** Platforms that speak one language. */
    private static final Map<String, String> LANGUAGE_OF_PLATFORM = Map.of("node", "js", "python3", "python",
            "jvm-hello", JAVA, "openwhisk-java", JAVA, "openwhisk-nodejs", "js", "openwhisk-python", "python",
            "photons", JAVA, "graalvisor-java", JAVA);

    public LanguageSelection {
        names = NAMES.stream().filter(List.copyOf(names)::contains).toList();
    }

    /**
     * What is run where the user does not say: building Python's library takes longest, so the smallest scale leaves it
     * out.
     *
     * @param scale one of {@link ExperimentReader#SCALES}
     */
    public static LanguageSelection defaultOf(String scale) {
        return scale.equals("smoke") ? new LanguageSelection(List.of(JAVA, "js")) : ALL;
    }

    /**
     * Reads a user's choice.
     *
     * @param names as given
     * @throws ConfigurationException naming every unknown language
     */
    public static LanguageSelection of(List<String> names) {
        List<String> errors = names.stream().filter(name -> !NAMES.contains(name)).map(
                name -> "--languages: unknown value " + name + "; " + NearestName.hint(name, NAMES)).toList();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return new LanguageSelection(names);
    }

    /**
     * What an earlier run was restricted to.
     *
     * @param plan the run's
     */
    public static LanguageSelection of(RunPlan plan) {
        String workloads = String.valueOf(plan.config().getOrDefault("workloads", ""));
        List<String> names = Workloads.NAMES.stream().filter(Arrays.asList(workloads.split("[\\[\\], ]+",
                -1))::contains)
                .map(LanguageSelection::languageOf).toList();
        return new LanguageSelection(names);
    }

    /** The languages that need a library of their own. */
    public Set<ScriptLanguage> scripts() {
        return Arrays.stream(ScriptLanguage.values()).filter(language -> names.contains(language.polyglotId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean includesWorkload(String workload) {
        return names.contains(languageOf(workload));
    }

    private static String languageOf(String workload) {
        return WorkloadFiles.scriptLanguage(workload).map(ScriptLanguage::polyglotId).orElse(JAVA);
    }

    boolean includesPlatform(String platform) {
        return Optional.ofNullable(LANGUAGE_OF_PLATFORM.get(platform)).map(names::contains).orElse(true);
    }
}
