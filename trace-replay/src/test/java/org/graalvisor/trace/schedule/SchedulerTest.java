package org.graalvisor.trace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.Traces;
import org.graalvisor.trace.inspect.Distribution;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
    private static final MinuteWindow FIRST_FIVE = new MinuteWindow(1, 5);
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Property(tries = 60)
    void everyModelIsExactInCountForEveryFunctionAndMinute(@ForAll ArrivalModel model, @ForAll long seed,
            @ForAll @Size(5) List<@IntRange(min = 0, max = 90) Integer> f,
            @ForAll @Size(5) List<@IntRange(min = 0, max = 90) Integer> g) {
        AzureTrace trace = trace(f, g);
        Schedule schedule = Scheduler.schedule(trace, ScheduleOptions.paper(FIRST_FIVE, seed).withArrivals(model));

        for (int index = 0; index < schedule.functions().size(); index++) {
            int wanted = index;
            List<Integer> expected = schedule.functions().get(index).key().function().equals("f") ? f : g;
            for (int minute = 0; minute < 5; minute++) {
                int now = minute;
                assertThat(IntStream.range(0, schedule.size()).filter(i -> schedule.function(i) == wanted
                        && schedule.arrivalUs(i) / ArrivalModel.MINUTE_US == now).count())
                        .isEqualTo(expected.get(minute).longValue());
            }
        }
        for (int i = 1; i < schedule.size(); i++) {
            assertThat(schedule.arrivalUs(i)).isGreaterThanOrEqualTo(schedule.arrivalUs(i - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIFORM", "EXPONENTIAL", "EQUIDISTANT"})
    void noMinuteBeginsWithABurst(String model) {
        Traces traces = new Traces();
        for (int i = 0; i < 300; i++) {
            traces.function("o", "f" + i, 1, 1, 20);
        }
        Schedule schedule = Scheduler.schedule(traces.build(),
                ScheduleOptions.paper(new MinuteWindow(1, 1), 1).withArrivals(ArrivalModel.valueOf(model)));
        double[] seconds = IntStream.range(0, schedule.size()).mapToDouble(i -> schedule.arrivalUs(i) / 1e6).toArray();
        double[] uniform = IntStream.range(0, 6000).mapToDouble(i -> (i + .5) / 100).toArray();

        assertThat(Distribution.of(seconds).kolmogorovSmirnov(Distribution.of(uniform))).isLessThan(.025);
        assertThat(Arrays.stream(seconds).filter(s -> s < 1).count()).isBetween(60L, 140L);
    }

    @Test
    void aTimerKeepsItsPeriodOverMinutes() {
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 1, 1, 2, 2, 2, 2, 2).build(),
                ScheduleOptions.paper(FIRST_FIVE, 9).withArrivals(ArrivalModel.EQUIDISTANT));
        for (int i = 1; i < schedule.size(); i++) {
            assertThat(schedule.arrivalUs(i) - schedule.arrivalUs(i - 1)).isCloseTo(30_000_000, within(2L));
        }
    }

    @Property(tries = 30)
    void aSampleHasTheVeryArrivalsOfTheWhole(@ForAll long seed, @ForAll ArrivalModel model, @ForAll DrawRule rule) {
        AzureTrace whole = trace(List.of(3, 0, 7, 1, 2), List.of(5, 5, 0, 0, 1));
        AzureTrace part = whole.with("part", whole.functions().subList(1, 2));
        ScheduleOptions options = ScheduleOptions.paper(FIRST_FIVE, seed).withArrivals(model).withRules(rule, rule);

        assertThat(arrivals(Scheduler.schedule(part, options)))
                .isEqualTo(arrivals(Scheduler.schedule(whole, options)).stream().filter(a -> a.startsWith("g"))
                        .toList());
    }

    @Property(tries = 40)
    void everyFunctionKeepsItsShareAtAnyRate(@ForAll long seed, @ForAll @DoubleRange(min = .01, max = 5) double scale,
            @ForAll @Size(5) List<@IntRange(min = 0, max = 50) Integer> counts) {
        AzureTrace trace = trace(counts, List.of(1, 1, 1, 1, 1));
        ScheduleOptions options = ScheduleOptions.paper(FIRST_FIVE, seed).scaled(scale, 1, 1 << 30);
        Schedule schedule = Scheduler.schedule(trace, options);
        double expected = counts.stream().mapToInt(Integer::intValue).sum() * scale;
        long found = IntStream.range(0, schedule.size())
                .filter(i -> schedule.functions().get(schedule.function(i)).key().function().equals("f")).count();
        assertThat((double) found).isBetween(expected - 1, expected + 1);
    }

    @Test
    void averagesAreTakenAndUnknownOnesMadeUpAndCounted() {
        AzureTrace trace = new Traces().function("o", "f", 100, 64, 1).function("o", "g", 0, 32, 1)
                .function("o", "h", 300, 96, 1).unknown("o", "u", 1).build();
        Schedule schedule = Scheduler.schedule(trace, ScheduleOptions.paper(new MinuteWindow(1, 1), 1)
                .scaled(1, 0.5, 1 << 30));

        assertThat(schedule.functions()).extracting(ScheduledFunction::durationUs)
                .containsExactly(100_000L, 500L, 300_000L, 100_000L);
        assertThat(schedule.functions()).extracting(ScheduledFunction::budgetBytes)
                .containsExactly(32L << 20, 16L << 20, 48L << 20, 32L << 20);
        assertThat(schedule.substitutions()).isEqualTo(new Substitutions(1, 1));
    }

    @Test
    void drawsStayWithinThePercentilesAndBelowTheBudget() {
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 100, 64, 500).build(),
                ScheduleOptions.paper(new MinuteWindow(1, 1), 1).withRules(DrawRule.PERCENTILES, DrawRule.PERCENTILES));
        Set<Long> durations = IntStream.range(0, schedule.size()).mapToObj(schedule::durationUs)
                .collect(Collectors.toSet());
        assertThat(durations).hasSizeGreaterThan(50).allSatisfy(us -> assertThat(us).isBetween(50_000L, 400_000L));
        assertThat(schedule.functions().getFirst().budgetBytes()).isEqualTo(128L << 20);
        assertThat(IntStream.range(0, schedule.size()).mapToLong(schedule::memoryBytes).max().orElseThrow())
                .isLessThanOrEqualTo(128L << 20);
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameHashAndAnotherSeedAnother(@ForAll long seed) {
        AzureTrace trace = trace(List.of(3, 0, 7, 1, 2), List.of(5, 5, 0, 0, 1));
        String hash = Scheduler.schedule(trace, ScheduleOptions.paper(FIRST_FIVE, seed)).hash();
        assertThat(Scheduler.schedule(trace, ScheduleOptions.paper(FIRST_FIVE, seed)).hash()).isEqualTo(hash);
        assertThat(Scheduler.schedule(trace, ScheduleOptions.paper(FIRST_FIVE, seed + 1)).hash()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void theFileEqualsItsGoldenCopyInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Schedule schedule = goldenSchedule();
        Path file = folder.resolve("s.gz");
        ScheduleFile.write(schedule, file);

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file));
                var golden = Objects.requireNonNull(getClass().getResourceAsStream("/golden/schedule.txt"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSavedScheduleIsReadAgain() {
        for (DrawRule rule : DrawRule.values()) {
            Schedule schedule = Scheduler.schedule(trace(List.of(3, 0, 7, 1, 2), List.of(5, 5, 0, 0, 1)),
                    ScheduleOptions.paper(FIRST_FIVE, 3).withRules(rule, rule));
            Path file = folder.resolve(rule.name());
            ScheduleFile.write(schedule, file);
            assertThat(ScheduleFile.read(file)).isEqualTo(schedule);
            assertThat(ScheduleFile.read(file).hash()).isEqualTo(schedule.hash());
        }
    }

    @Test
    void aDamagedScheduleNamesTheLine() throws IOException {
        Path file = folder.resolve("plain");
        Files.writeString(file, "graalvisor-schedule 1\norigin\n60000000,0,0,1,2,0\no,a,f,1000,1024\n5,0\n");
        assertThatThrownBy(() -> ScheduleFile.read(file)).hasMessageContaining(":6: the schedule ends too early");
        Files.writeString(file, "graalvisor-schedule 1\norigin\n60000000,0,0,1,1,0\no,a,f,1000,1024\n5,7\n");
        assertThatThrownBy(() -> ScheduleFile.read(file)).hasMessageContaining(":5: there is no function 7");
        Files.writeString(file, "graalvisor-schedule 1\norigin\n60000000,0,0,1,1,0\no,a,f,x,1024\n5,7\n");
        assertThatThrownBy(() -> ScheduleFile.read(file)).hasMessageContaining(":4: column 4");
        Files.writeString(file, "something else\n");
        assertThatThrownBy(() -> ScheduleFile.read(file)).hasMessageContaining("this is no schedule");
    }

    @Test
    void aWindowOutsideOfTheDayIsRefused() {
        AzureTrace trace = trace(List.of(1, 1, 1, 1, 1), List.of(1, 1, 1, 1, 1));
        assertThatThrownBy(() -> Scheduler.schedule(trace, ScheduleOptions.paper(new MinuteWindow(1440, 1441), 1)))
                .isInstanceOf(TraceException.class).hasMessageContaining("1440-1441 is outside of the trace");
        assertThatThrownBy(() -> new MinuteWindow(0, 5)).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> MinuteWindow.parse("ten")).hasMessageContaining("'ten'");
        assertThatThrownBy(() -> ScheduleOptions.paper(FIRST_FIVE, 1).scaled(0, 1, 1)).hasMessageContaining("above 0");
    }

    @Test
    void seriesShowConcurrencyAndMemoryOverTime() {
        Schedule schedule = Scheduler.schedule(new Traces().function("o", "f", 2_500, 100, 60).build(),
                ScheduleOptions.paper(new MinuteWindow(1, 1), 1).withArrivals(ArrivalModel.EQUIDISTANT));
        List<ScheduleSeries.Second> series = ScheduleSeries.of(schedule);
        assertThat(series).hasSize(60);
        assertThat(series.stream().mapToInt(ScheduleSeries.Second::arrivals).sum()).isEqualTo(60);
        assertThat(series.get(30).peakConcurrency()).isEqualTo(3);
        assertThat(series.get(30).memoryBytes()).isEqualTo(series.get(30).concurrency() * (100L << 20));
    }

    @Property(tries = 40)
    void theRadixSortSortsLikeTheLibrary(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3000) int size) {
        long[] keys = new SplittableRandom(seed).longs(size, 0, 60_000_000).map(v -> v << 32).toArray();
        long[] expected = keys.clone();
        Arrays.sort(expected);
        new OffsetSort().sort(keys, size);
        assertThat(keys).isEqualTo(expected);
    }

    @Test
    void theStreamHoldsOneMinuteAndTellsHowFarItIs() {
        List<Long> minutes = new ArrayList<>();
        MinuteStream stream = new MinuteStream(trace(List.of(3, 0, 7, 1, 2), List.of(5, 5, 0, 0, 1)),
                ScheduleOptions.paper(FIRST_FIVE, 1), (stage, done, total) -> minutes.add(done));
        int count = 0;
        while (stream.next()) {
            count++;
        }
        assertThat(count).isEqualTo(24);
        assertThat(minutes).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private static Schedule goldenSchedule() {
        return Scheduler.schedule(new Traces().function("owner", "f", 20, 16, 2).function("owner", "g", 1500, 170.5, 1)
                .build(), ScheduleOptions.paper(new MinuteWindow(1, 1), 42));
    }

    private static List<String> arrivals(Schedule schedule) {
        return IntStream.range(0, schedule.size()).mapToObj(i -> schedule.functions().get(schedule.function(i)).key()
                .function() + " " + schedule.arrivalUs(i) + " " + schedule.durationUs(i) + " " + schedule.memoryBytes(
                        i))
                .toList();
    }

    private static AzureTrace trace(List<Integer> f, List<Integer> g) {
        return new Traces().function("o", "f", 10, 64, f.stream().mapToInt(Integer::intValue).toArray())
                .function("o", "g", 20, 32, g.stream().mapToInt(Integer::intValue).toArray()).build();
    }
}
