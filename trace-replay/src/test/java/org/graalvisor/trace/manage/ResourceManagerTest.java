package org.graalvisor.trace.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.Traces;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.junit.jupiter.api.Test;

class ResourceManagerTest {
    private static final long MB = 1 << 20;
    private static final int A1 = 0;
    private static final int A2 = 1;
    private static final int B1 = 2;
    private static final List<ScheduledFunction> FUNCTIONS = List.of(Traces.scheduled("a", "a1", 600),
            Traces.scheduled("a", "a2", 600), Traces.scheduled("b", "b1", 600), Traces.scheduled("b", "huge", 5000));

    private final FakeProvider provider = new FakeProvider();
    private final List<Ending> endings = new ArrayList<>();
    private long arrived;

    @Test
    void openWhiskGivesEveryConcurrentInvocationItsOwnInstance() {
        ResourceManager manager = manager("openwhisk", ManagerOptions.paper(ManagerOptions.NO_CAP));
        arrive(manager, A1, 0);
        arrive(manager, A1, 0);
        arrive(manager, A2, 0);
        assertThat(manager.instances()).isEqualTo(3);
        assertThat(manager.reservedBytes()).isEqualTo(1800 * MB);
    }

    @Test
    void photonsSharesAnInstanceAmongInvocationsOfOneFunction() {
        ResourceManager manager = manager("photons", ManagerOptions.paper(ManagerOptions.NO_CAP));
        for (int i = 0; i < 4; i++) {
            arrive(manager, A1, 0);
        }
        arrive(manager, A2, 0);
        // Three invocations of 600 MB fit into 2 GB, the fourth does not.
        assertThat(manager.instances()).isEqualTo(3);
    }

    @Test
    void graalvisorSharesAnInstanceAmongFunctionsOfOneOwner() {
        ResourceManager manager = manager("graalvisor", ManagerOptions.paper(ManagerOptions.NO_CAP));
        arrive(manager, A1, 0);
        arrive(manager, A2, 0);
        arrive(manager, A1, 0);
        assertThat(manager.instances()).isEqualTo(1);
        arrive(manager, B1, 0);
        assertThat(manager.instances()).isEqualTo(2);
        arrive(manager, 3, 0);
        assertThat(provider.living).extracting(Instance::sizeBytes).contains(5000 * MB);
    }

    @Test
    void invocationsWaitForTheStartOfTheirInstanceAndAreColdThen() {
        ResourceManager manager = manager("graalvisor", ManagerOptions.paper(ManagerOptions.NO_CAP));
        arrive(manager, A1, 0);
        arrive(manager, A2, 1);
        assertThat(provider.running).isEmpty();
        provider.allReady(manager, 5);
        assertThat(provider.log).containsExactly("start 0", "invoke 0", "invoke 0");
        arrive(manager, A1, 6);
        assertThat(manager.counts().coldInvocations()).isEqualTo(2);
        assertThat(provider.running).hasSize(3);
    }

    @Test
    void whatExceedsTheCapIsIgnoredAndCounted() {
        ResourceManager manager = manager("graalvisor", ManagerOptions.paper(1300 * MB));
        for (int i = 0; i < 5; i++) {
            arrive(manager, i % 2 == 0 ? A1 : B1, 0);
        }
        assertThat(manager.counts().ignored()).isEqualTo(3);
        assertThat(manager.accountedBytes()).isEqualTo(1200 * MB);
        assertThat(endings).containsOnly(Ending.IGNORED);
    }

    @Test
    void aCapSmallerThanAFunctionIgnoresEveryInvocationOfIt() {
        for (String policy : Policies.names()) {
            ResourceManager manager = manager(policy, ManagerOptions.paper(599 * MB));
            arrive(manager, A1, 0);
            assertThat(manager.counts().ignored()).isEqualTo(1);
            assertThat(manager.instances()).isZero();
        }
    }

    @Test
    void accountingDecidesWhatCountsAgainstTheCap() {
        for (Accounting accounting : Accounting.values()) {
            ManagerOptions options = new ManagerOptions(ManagerOptions.NO_CAP, accounting, 50 * MB, 10, Eviction.NONE,
                    0, 0);
            ResourceManager shared = manager("photons", options);
            arrive(shared, A1, 0);
            assertThat(shared.accountedBytes()).isEqualTo(accounting == Accounting.RESERVED ? 2048 * MB : 650 * MB);
            provider.living.clear();
            ResourceManager exclusive = manager("openwhisk", options);
            arrive(exclusive, A1, 0);
            assertThat(exclusive.accountedBytes()).isEqualTo(650 * MB);
            provider.living.clear();
        }
    }

    @Test
    void anIdleInstanceIsStoppedAfterItsKeepAliveAndNotBefore() {
        ResourceManager manager = manager("openwhisk", ManagerOptions.paper(ManagerOptions.NO_CAP).withKeepAlive(10));
        arrive(manager, A1, 0);
        provider.allReady(manager, 1);
        provider.end(manager, slot(), 5);
        assertThat(manager.nextDeadlineUs()).isEqualTo(15);
        manager.advanceTo(14);
        assertThat(manager.instances()).isEqualTo(1);
        manager.advanceTo(15);
        assertThat(manager.instances()).isZero();
        assertThat(manager.accountedBytes()).isZero();
        assertThat(manager.counts().expired()).isEqualTo(1);
        assertThat(manager.nextDeadlineUs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aKeepAliveOfZeroStopsAtOnce() {
        ResourceManager manager = manager("openwhisk", ManagerOptions.paper(ManagerOptions.NO_CAP).withKeepAlive(0));
        arrive(manager, A1, 0);
        provider.allReady(manager, 1);
        provider.end(manager, slot(), 5);
        assertThat(provider.living).isEmpty();
    }

    @Test
    void idleInstancesMakeRoomTheLongestIdleFirst() {
        ResourceManager manager = manager("openwhisk", ManagerOptions.paper(1200 * MB));
        arrive(manager, A1, 0);
        arrive(manager, A2, 0);
        provider.allReady(manager, 1);
        int first = slot();
        int second = provider.running.keySet().stream().skip(1).findFirst().orElseThrow();
        provider.end(manager, second, 2);
        provider.end(manager, first, 3);
        arrive(manager, B1, 4);
        assertThat(provider.log).endsWith("stop 1", "start 2");
        assertThat(manager.counts().evicted()).isEqualTo(1);
        arrive(manager, 3, 5);
        assertThat(manager.counts().evicted()).as("nothing is evicted in vain").isEqualTo(1);
    }

    @Test
    void withoutEvictionIdleInstancesStay() {
        ResourceManager manager = manager("openwhisk",
                new ManagerOptions(600 * MB, Accounting.PAPER, 0, 1000, Eviction.NONE, 0, 0));
        arrive(manager, A1, 0);
        provider.allReady(manager, 1);
        provider.end(manager, slot(), 2);
        arrive(manager, B1, 3);
        assertThat(manager.counts().ignored()).isEqualTo(1);
    }

    @Test
    void aQueueKeepsWhatDoesNotFitUntilItFitsOrTimesOut() {
        ResourceManager manager = manager("openwhisk", ManagerOptions.paper(600 * MB).withQueue(2, 100));
        arrive(manager, A1, 0);
        arrive(manager, A1, 1);
        arrive(manager, B1, 2);
        arrive(manager, B1, 3);
        assertThat(manager.counts().ignored()).isEqualTo(1);
        assertThat(manager.counts().queued()).isEqualTo(2);
        provider.allReady(manager, 4);
        provider.end(manager, slot(), 5);
        assertThat(manager.counts().queued()).isEqualTo(1);
        assertThat(manager.nextDeadlineUs()).isEqualTo(102);
        manager.advanceTo(102);
        assertThat(manager.counts().ignored()).isEqualTo(2);
        assertThat(manager.counts().isConserved()).isTrue();
    }

    @Test
    void anInstanceThatDiesTakesItsInvocationsWithItAndItsMemoryIsFree() {
        ResourceManager manager = manager("graalvisor", ManagerOptions.paper(2000 * MB));
        arrive(manager, A1, 0);
        arrive(manager, A2, 0);
        provider.allReady(manager, 1);
        manager.instanceFailed(provider.living.iterator().next(), 2);
        assertThat(endings).containsExactly(Ending.FAILED, Ending.FAILED);
        assertThat(manager.accountedBytes()).isZero();
        assertThat(provider.living).isEmpty();
        arrive(manager, A1, 3);
        assertThat(manager.instances()).isEqualTo(1);
    }

    @Test
    void unknownPoliciesAndImpossibleNodesAreRefused() {
        assertThatThrownBy(() -> Policies.named("knative", 1)).isInstanceOf(TraceException.class)
                .hasMessageContaining("valid: openwhisk, photons, graalvisor");
        assertThatThrownBy(() -> ManagerOptions.paper(0)).isInstanceOf(TraceException.class);
    }

    /** Random events; after each one every law of the manager holds. */
    @Property(tries = 150)
    void nothingIsLostAndTheCapIsNeverExceeded(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int policyIndex,
            @ForAll Accounting accounting, @ForAll Eviction eviction, @ForAll @IntRange(min = 0, max = 4) int queue,
            @ForAll @IntRange(min = 500, max = 9000) int capMb) {
        provider.living.clear();
        provider.ready.clear();
        provider.running.clear();
        long capBytes = capMb * MB;
        ResourceManager manager = new ResourceManager(Policies.named(Policies.names().get(policyIndex), 2048 * MB),
                new ManagerOptions(capBytes, accounting, 20 * MB, 30, eviction, queue, 50), FUNCTIONS, provider,
                (slot, ending, nowUs) -> {});
        SplittableRandom random = new SplittableRandom(seed);
        long nowUs = 0;
        for (int step = 0; step < 200; step++) {
            nowUs += random.nextInt(10);
            switch (random.nextInt(6)) {
                case 0, 1 -> manager.arrive(step, random.nextInt(FUNCTIONS.size()), 1, 1, nowUs);
                case 2 -> provider.allReady(manager, nowUs);
                case 3 -> {
                    if (!provider.running.isEmpty()) {
                        provider.end(manager, slot(), nowUs);
                    }
                }
                case 4 -> manager.advanceTo(nowUs);
                default -> {
                    if (!provider.living.isEmpty() && random.nextInt(3) == 0) {
                        manager.instanceFailed(provider.living.iterator().next(), nowUs);
                    }
                }
            }
            assertThat(manager.counts().isConserved()).isTrue();
            assertThat(manager.accountedBytes()).isBetween(0L, capBytes);
            assertThat(manager.instances()).isEqualTo(provider.living.size());
            assertThat(manager.counts().inFlight())
                    .isEqualTo(provider.living.stream().mapToLong(Instance::inFlight).sum());
            assertThat(manager.reservedBytes())
                    .isEqualTo(provider.living.stream().mapToLong(Instance::sizeBytes).sum());
        }
    }

    @Property(tries = 100)
    void theTreeFindsTheFirstInstanceWithRoomLikeALinearSearch(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Group group = new Group();
        List<Instance> members = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            int choice = random.nextInt(4);
            if (choice <= 1 || members.isEmpty()) {
                Instance added = new Instance(step, step, group, random.nextInt(100), 0);
                group.add(added);
                members.add(added);
            } else if (choice == 2) {
                Instance changed = members.get(random.nextInt(members.size()));
                changed.freeBytes = random.nextInt(100);
                group.update(changed);
            } else {
                group.remove(members.remove(random.nextInt(members.size())));
            }
            int needed = random.nextInt(110);
            Instance expected = members.stream().filter(i -> i.freeBytes >= needed)
                    .min(Comparator.comparingInt(i -> i.position)).orElse(null);
            assertThat(group.firstWithRoom(needed)).isSameAs(expected);
        }
    }

    private ResourceManager manager(String policy, ManagerOptions options) {
        return new ResourceManager(Policies.named(policy, 2048 * MB), options, FUNCTIONS, provider,
                (slot, ending, nowUs) -> endings.add(ending));
    }

    private void arrive(ResourceManager manager, int function, long nowUs) {
        manager.arrive(arrived++, function, 1000, MB, nowUs);
    }

    private int slot() {
        return provider.running.keySet().iterator().next();
    }
}
