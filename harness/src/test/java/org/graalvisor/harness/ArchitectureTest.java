package org.graalvisor.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, see docs/architecture.md. Maven holds this between modules, these rules within them. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(
            new ImportOption.DoNotIncludeTests())
            .importPackages("org.graalvisor");

    @Test
    void theRuntimeKnowsNothingOfTheRigThatMeasuresIt() {
        noClasses().that().resideInAnyPackage("org.graalvisor.runtime..", "org.graalvisor.isolate..",
                "org.graalvisor.function..")
                .should().dependOnClassesThat().resideInAnyPackage("org.graalvisor.harness..",
                        "org.graalvisor.results..",
                        "org.graalvisor.analysis..", "org.graalvisor.workloads..", "org.graalvisor.toolchain..")
                .check(CLASSES);
    }

    @Test
    void analysisReadsResultsAndNothingElse() {
        noClasses().that().resideInAPackage("org.graalvisor.analysis..").should().dependOnClassesThat()
                .resideInAnyPackage("org.graalvisor.harness..", "org.graalvisor.runtime..", "org.graalvisor.isolate..",
                        "org.graalvisor.workloads..", "org.graalvisor.toolchain..", "org.graalvisor.baselines..")
                .check(CLASSES);
    }

    @Test
    void functionsKnowNeitherTheRuntimeNorTheFunctionApi() {
        noClasses().that().resideInAPackage("org.graalvisor.workloads.java..").should().dependOnClassesThat()
                .resideInAnyPackage("org.graalvisor.runtime..", "org.graalvisor.function..", "org.graalvisor.isolate..")
                .check(CLASSES);
    }

    @Test
    void theServerReachesIsolatesThroughTheirInterfacesOnly() {
        noClasses().that().resideInAPackage("org.graalvisor.runtime..").and().resideOutsideOfPackage(
                "org.graalvisor.runtime.main..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.graalvisor.isolate.foreign..", "org.graalvisor.isolate.nativeimage..").check(
                        CLASSES);
    }

    @Test
    void packagesOfTheRuntimeFormNoCycles() {
        assertNoCycles("org.graalvisor.runtime.");
    }

    @Test
    void packagesOfTheRigFormNoCycles() {
        assertNoCycles("org.graalvisor.harness.");
    }

    /** Takes away packages that depend on no other one that is left; those of a cycle stay. */
    private static void assertNoCycles(String prefix) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            part(from, prefix).ifPresent(own -> from.getDirectDependenciesFromSelf().forEach(dependency -> part(
                    dependency.getTargetClass().getBaseComponentType(), prefix).filter(other -> !other.equals(own))
                    .ifPresent(other -> uses.computeIfAbsent(own, ignored -> new TreeSet<>()).add(other))));
        }
        assertThat(uses).isNotEmpty();
        while (uses.values().removeIf(used -> used.stream().noneMatch(uses::containsKey))) {
            // Until nothing can be taken away any more.
        }
        assertThat(uses).as("packages in a cycle, or depending on one").isEmpty();
    }

    /** The package directly below the prefix that a class is in. */
    private static Optional<String> part(JavaClass type, String prefix) {
        String name = type.getPackageName() + ".";
        return name.startsWith(prefix) && !name.equals(prefix)
                ? Optional.of(name.substring(prefix.length(), name.indexOf('.', prefix.length())))
                : Optional.empty();
    }
}
