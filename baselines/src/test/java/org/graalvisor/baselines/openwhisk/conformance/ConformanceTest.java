package org.graalvisor.baselines.openwhisk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.JavaProxy;
import org.graalvisor.baselines.openwhisk.ScriptProxy;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult.Outcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every item of the list against every baseline. */
class ConformanceTest {

    static Stream<Arguments> itemsOfAllPlatforms() {
        return ConformanceSuite.baselines().stream().flatMap(platform -> ConformanceSuite.items(platform).stream().map(
                item -> Arguments.of(platform, item)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("itemsOfAllPlatforms")
    void conforms(ConformancePlatform platform, ConformanceItem item) throws InterruptedException {
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
