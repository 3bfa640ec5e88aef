package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.ActionLanguage;

/** Whether activations overlap. */
final class ConcurrencyItems {
    private static final int ACTIVATIONS = 4;

    private ConcurrencyItems() {}

    /**
     * When an action ran.
     *
     * @param startMs milliseconds of the wall clock
     * @param endMs milliseconds of the wall clock
     */
    private record Interval(long startMs, long endMs) {
        static Interval of(HttpAnswer answer) {
            Expect.success("a run", answer);
            return new Interval(Long.parseLong(answer.member("start")), Long.parseLong(answer.member("end")));
        }
    }

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.ofAll("C1", "with __OW_ALLOW_CONCURRENT=true all activations overlap",
                        ConcurrencyItems::overlap),
                ConformanceItem.ofAll("C2", "without it none do: serialised, Node.js refuses",
                        ConcurrencyItems::serialised));
    }

    private static void overlap(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, platform.action("Sleeper", "main"), Map.of(
                "__OW_ALLOW_CONCURRENT", "true"))) {
            List<Interval> intervals = runAll(session).stream().map(Interval::of).toList();
            long lastStartMs = intervals.stream().mapToLong(Interval::startMs).max().orElseThrow();
            long firstEndMs = intervals.stream().mapToLong(Interval::endMs).min().orElseThrow();
            Expect.that(lastStartMs < firstEndMs, "all activations have to overlap, they ran at " + intervals);
            session.logsAfter(ACTIVATIONS);
        }
    }

    private static void serialised(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Sleeper")) {
            List<HttpAnswer> answers = runAll(session);
            List<HttpAnswer> succeeded = answers.stream().filter(answer -> answer.status() == 200).toList();
            if (platform.language() == ActionLanguage.JAVASCRIPT) {
                Expect.equal("the number of successful runs", 1, succeeded.size());
                ExpectedReply refusal = new ExpectedReply(403, "System not ready, status is running.");
                answers.stream().filter(answer -> !succeeded.contains(answer)).forEach(answer -> refusal.require(
                        "an overlapping run", answer));
            } else {
                Expect.equal("the number of successful runs", ACTIVATIONS, succeeded.size());
            }
            requireDisjoint(succeeded.stream().map(Interval::of).sorted(Comparator.comparingLong(Interval::startMs))
                    .toList());
            session.logsAfter(succeeded.size());
        }
    }

    private static void requireDisjoint(List<Interval> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            Expect.that(sorted.get(i - 1).endMs() <= sorted.get(i).startMs(), "no activations may overlap, they ran at "
                    + sorted);
        }
    }

    private static List<HttpAnswer> runAll(Session session) throws IOException {
        List<CompletableFuture<HttpAnswer>> runs = Stream.generate(() -> session.runLater(new JsonObject())).limit(
                ACTIVATIONS).toList();
        try {
            return runs.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw new IOException("a run was not answered", e.getCause());
        }
    }
}
