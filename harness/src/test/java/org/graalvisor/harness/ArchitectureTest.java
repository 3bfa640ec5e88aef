package org.graalvisor.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
        slices().matching("org.graalvisor.runtime.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesOfTheRigFormNoCycles() {
        slices().matching("org.graalvisor.harness.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
