package org.graalvisor.baselines.openwhisk.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.ActionProxies;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult.Outcome;

/** The whole list, and how to run it. */
public final class ConformanceSuite {
    private ConformanceSuite() {}

    /** All items, in the order of docs/openwhisk-conformance.md. */
    public static List<ConformanceItem> items() {
        return Stream.of(BasicItems.items(), LogItems.items(), ErrorItems.items(), ConcurrencyItems.items(), JavaItems
                .items(), JavaScriptItems.items(), PythonItems.items()).flatMap(List::stream).toList();
    }

    /** The items that say something about a platform's language. */
    public static List<ConformanceItem> items(ConformancePlatform platform) {
        return items().stream().filter(item -> item.languages().contains(platform.language())).toList();
    }

    /** The three baselines on this machine. */
    public static List<ConformancePlatform> baselines() {
        return ActionProxies.ofThisMachine().stream().<ConformancePlatform>map(ProxyPlatform::new).toList();
    }

    /**
     * Tries one item. Never throws for what a platform does.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public static ConformanceResult run(ConformancePlatform platform, ConformanceItem item)
            throws InterruptedException {
        Optional<String> reason = platform.unavailable();
        if (reason.isPresent()) {
            return new ConformanceResult(platform.name(), item, Outcome.UNAVAILABLE, reason.get());
        }
        try {
            item.check().run(platform);
            return new ConformanceResult(platform.name(), item, Outcome.PASSED, "");
        } catch (ConformanceFailure e) {
            return new ConformanceResult(platform.name(), item, Outcome.FAILED, e.getMessage());
        } catch (IOException | RuntimeException e) {
            return new ConformanceResult(platform.name(), item, Outcome.FAILED, e.toString());
        }
    }
}
