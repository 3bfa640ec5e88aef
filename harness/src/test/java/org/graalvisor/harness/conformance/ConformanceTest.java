package org.graalvisor.harness.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.JavaProxy;
import org.graalvisor.baselines.openwhisk.ScriptProxy;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceItem;
import org.graalvisor.baselines.openwhisk.conformance.ConformancePlatform;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult.Outcome;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceSuite;
import org.graalvisor.baselines.openwhisk.conformance.ProxyPlatform;
import org.graalvisor.harness.build.BuildProgress;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.build.Language;
import org.graalvisor.toolchain.ToolchainException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every item of the list against every baseline, and against Graalvisor in their place. */
class ConformanceTest {
    /** Those of the fast tests: a runtime on HotSpot takes seconds to start. */
    private static final Set<String> QUICK = Set.of("B9", "N1", "N6");

    static Stream<Arguments> baselines() {
        return itemsOf(ConformanceSuite.baselines());
    }

    static Stream<Arguments> hosted() {
        return itemsOf(DropInPlatforms.hosted());
    }

    static Stream<Arguments> hostedJavaScript() {
        return itemsOf(DropInPlatforms.hosted().stream().filter(platform -> platform
                .language() == ActionLanguage.JAVASCRIPT).toList()).filter(arguments -> QUICK.contains(
                        ((ConformanceItem) arguments.get()[1]).id()));
    }

    static Stream<Arguments> nativeOnes() {
        Path builderJars = Path.of(System.getProperty("graalvisor.root"), "runtime/native-toolchain/target/builder");
        Images images = Images.of(System.getenv(), builderJars, new BuildProgress(System.err, System::nanoTime));
        return itemsOf(DropInPlatforms.nativeOnes(() -> images, EnumSet.of(Language.JAVA)));
    }

    private static Stream<Arguments> itemsOf(List<ConformancePlatform> platforms) {
        return platforms.stream().flatMap(platform -> ConformanceSuite.items(platform).stream().map(item -> Arguments
                .of(platform, item)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("baselines")
    void aBaselineConforms(ConformancePlatform platform, ConformanceItem item) throws InterruptedException {
        requireConformance(platform, item);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostedJavaScript")
    void theDropInModeConformsInTheItemsThatDifferMostFromTheRuntimesOwnProtocol(ConformancePlatform platform,
            ConformanceItem item) throws InterruptedException {
        requireConformance(platform, item);
    }

    @Tag("python")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hosted")
    void theDropInModeConformsOnHotSpot(ConformancePlatform platform, ConformanceItem item)
            throws InterruptedException {
        requireConformance(platform, item);
    }

    @Tag("native")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nativeOnes")
    void theDropInModeConformsNatively(ConformancePlatform platform, ConformanceItem item)
            throws InterruptedException {
        requireConformance(platform, item);
    }

    private static void requireConformance(ConformancePlatform platform, ConformanceItem item)
            throws InterruptedException {
        ConformanceResult result = ConformanceSuite.run(platform, item);
        Assumptions.assumeFalse(result.outcome() == Outcome.UNAVAILABLE, () -> "unavailable: " + result.detail());

        assertThat(result.detail()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void itemsHaveDifferentNamesAndEveryLanguageHasItsOwn() {
        List<ConformanceItem> items = ConformanceSuite.items();

        assertThat(items).extracting(ConformanceItem::id).doesNotHaveDuplicates();
        assertThat(ConformanceSuite.baselines()).allSatisfy(platform -> assertThat(ConformanceSuite.items(platform))
                .hasSizeGreaterThanOrEqualTo(24));
    }

    @Test
    void aMissingInterpreterIsUnavailableWithTheReason() throws InterruptedException {
        List<Path> nowhere = List.of(Path.of("/nonexistent"));
        ConformancePlatform node = new ProxyPlatform(ScriptProxy.nodejs(nowhere));
        ConformancePlatform python = new ProxyPlatform(ScriptProxy.python(Path.of("/nonexistent/python3")));
        ConformanceItem first = ConformanceSuite.items().getFirst();

        assertThat(ConformanceSuite.run(node, first).line()).contains("unavailable: no executable 'node'");
        assertThat(ConformanceSuite.run(python, first).line()).contains(
                "unavailable: /nonexistent/python3 is no executable");
    }

    @Test
    void imagesThatCannotBeBuiltAreUnavailableWithTheReason() throws InterruptedException {
        List<ConformancePlatform> platforms = DropInPlatforms.nativeOnes(() -> {
            throw new ToolchainException("no builder of native images");
        }, EnumSet.of(Language.JAVA));

        assertThat(platforms).extracting(ConformancePlatform::name).containsExactly("graalvisor-java",
                "graalvisor-javascript", "graalvisor-python");
        for (ConformancePlatform platform : platforms) {
            assertThat(ConformanceSuite.run(platform, ConformanceSuite.items().getFirst()).line()).endsWith(
                    "unavailable: no builder of native images");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar"})
    void variablesOfTheActivationDoNotDependOnTheLocale(String language) throws InterruptedException {
        Path launcher = Path.of(System.getProperty("java.home"), "bin", "java");
        ConformancePlatform java = new ProxyPlatform(new JavaProxy(launcher, List.of("-Duser.language=" + language)));
        ConformanceItem activation = ConformanceSuite.items().stream().filter(item -> item.id().equals("B9"))
                .findFirst().orElseThrow();

        assertThat(ConformanceSuite.run(java, activation).line()).isEqualTo("openwhisk-java  " + activation
                + "  passed");
    }
}
