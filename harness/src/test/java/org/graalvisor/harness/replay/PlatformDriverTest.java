package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.graalvisor.harness.platform.DirectoryArtifacts;
import org.graalvisor.harness.platform.FakeGraalvisorMain;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.SelectedLanguages;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.process.ProcessIdentity;
import org.graalvisor.harness.process.ProcessLedger;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.InstanceDiedException;
import org.graalvisor.trace.replay.InstanceRequest;
import org.graalvisor.trace.replay.InvocationReply;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.replay.ReplayOptions;
import org.graalvisor.trace.replay.RunningInstance;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.graalvisor.trace.simulate.CostModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformDriverTest {
    private static final ProcessTable TABLE = ProcessTable.ofThisMachine();
    private static final long MS = 1_000;

    @TempDir
    private Path folder;
    private ProcessLedger ledger;
    private PlatformDriver driver;

    @BeforeEach
    void installRuntime() throws IOException {
        FakeGraalvisorMain.install(folder);
        ledger = new ProcessLedger(folder.resolve("ledger"), TABLE);
        driver = driver();
    }

    @AfterEach
    void end() {
        driver.close();
    }

    @Test
    void functionsAreRegisteredAtTheirFirstInvocationAndManyRunAtOnce() throws Exception {
        RunningInstance instance = start(0);
        List<CompletableFuture<InvocationReply>> replies = IntStream.range(0, 20).mapToObj(i -> instance.invoke(request(
                i, "function" + i % 2, 100 * MS)).toCompletableFuture()).toList();

        for (CompletableFuture<InvocationReply> reply : replies) {
            assertThat(get(reply).isCorrect()).isTrue();
            assertThat(get(reply).execTimeUs()).hasValue(100 * MS);
        }
        assertThat(driver.processes()).hasSize(1);
        get(instance.stop());
        assertThat(driver.processes()).isEmpty();
        assertThat(instance.died().toCompletableFuture()).isNotDone();
        assertThat(ledger.hasOpenEntries()).isFalse();
    }

    @Test
    void anInstanceThatIsKilledTakesItsInvocationsWithIt() throws Exception {
        RunningInstance instance = start(0);
        assertThat(get(instance.invoke(request(0, "function", MS))).isCorrect()).isTrue();
        CompletionStage<InvocationReply> reply = instance.invoke(request(1, "function", 60_000 * MS));
        ProcessIdentity process = driver.processes().getFirst();
        assertThat(new ProcessBuilder("kill", "-KILL", Long.toString(process.pid())).start().waitFor()).isZero();

        get(instance.died());
        assertThatThrownBy(() -> get(reply)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> get(instance.invoke(request(2, "function", MS)))).rootCause().isInstanceOfAny(
                InstanceDiedException.class, IOException.class);
        get(instance.stop());
        assertThat(TABLE.isAlive(process)).isFalse();
    }

    @Test
    void aStartThatFailsSaysWhyAndLeavesNothingBehind() throws Exception {
        Files.writeString(folder.resolve("graalvisor"), "#!/bin/sh\necho no space left on device >&2\nexit 3\n");

        assertThatThrownBy(() -> start(0)).hasMessageContaining("exit code 3").hasMessageContaining("no space left");
        assertThat(driver.processes()).isEmpty();
        assertThat(ledger.hasOpenEntries()).isFalse();
    }

    @Test
    void closingItEndsWhateverStillRuns() throws Exception {
        start(0);
        start(1);
        List<ProcessIdentity> processes = driver.processes();
        assertThat(processes).hasSize(2).allMatch(TABLE::isAlive);

        driver.close();

        assertThat(processes).noneMatch(TABLE::isAlive);
        assertThat(ledger.hasOpenEntries()).isFalse();
    }

    @Test
    void whatCannotBeRegisteredFailsAndTheInstanceGoesOn() throws Exception {
        RunningInstance instance = start(0);
        Files.writeString(folder.resolve("allocate-and-run.so"), "no code");
        assertThatThrownBy(() -> get(instance.invoke(request(0, "function", MS)))).hasMessageContaining("422");
        Files.writeString(folder.resolve("allocate-and-run.so"), "code of allocate-and-run");
        assertThat(get(instance.invoke(request(1, "function", MS))).isCorrect()).isTrue();
    }

    @Test
    void costsOfInstancesAreMeasured() {
        CostModel costs = CostCalibration.of(Policies.named("graalvisor", 2L << 30), driver, 7);

        assertThat(costs.coldStartUs()).isPositive();
        assertThat(costs.instanceBaseBytes()).isPositive();
        assertThat(costs.retainedUs()).isEqualTo(7);
        assertThat(costs.reuseFactor()).isGreaterThanOrEqualTo(1);
        assertThat(costs.provenance()).startsWith("measured on this machine");
        assertThat(driver.processes()).isEmpty();
    }

    @Test
    void aReplayThatLacksMemoryEndsEverythingAndSaysSo() throws Exception {
        ReplayPlan plan = new ReplayPlan(ScheduleFile.read(SmallSchedule.write(folder.resolve("s.gz"), 60_000_000,
                10 * MS, 1_000)), Policies.named("graalvisor", 2L << 30), ManagerOptions.paper(8L << 30),
                ReplayOptions.DEFAULT, Long.MAX_VALUE, () -> false);
        PolicyReplay replay = PolicyReplay.run(plan, driver, sample -> {}, sample -> {});

        assertThat(replay.result().verdict().toString()).startsWith("INVALID(this machine has ").contains(
                "less than the reserve");
        assertThat(replay.result().counts().isConserved()).isTrue();
        assertThat(driver.processes()).isEmpty();
    }

    private RunningInstance start(long id) throws Exception {
        return get(driver.start(new InstanceRequest(id, function("function"), 2L << 30)));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static InvocationRequest request(long index, String function, long durationUs) {
        return new InvocationRequest(index, function(function), durationUs, 1_000);
    }

    private static ScheduledFunction function(String name) {
        return new ScheduledFunction(new FunctionKey("owner", "app", name), MS, 1_000);
    }

    private PlatformDriver driver() {
        ProcessPlatform platform = new ProcessPlatform(new GraalvisorNative(new SelectedLanguages(
                new DirectoryArtifacts(folder), Set.of())), 120_000);
        FunctionUnderTest template = new FunctionUnderTest("allocate-and-run", new FunctionCode.Library(), "Some#main",
                1, new Invocation("allocate-and-run", new byte[0]), ReplyCheck.any());
        return new PlatformDriver(request -> platform, new StartRequest(folder.resolve("out.log"), folder.resolve(
                "err.log"), new BitSet(), new Spawner(ledger, TABLE)), Duration.ofSeconds(60), new Emulation(template,
                        Emulation.Work.SLEEP));
    }
}
