package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Set;
import org.graalvisor.harness.build.BuildProgress;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.platform.DirectoryArtifacts;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.SelectedLanguages;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.process.ProcessLedger;
import org.graalvisor.harness.process.ProcessTable;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.harness.replay.PlatformDriver;
import org.graalvisor.harness.replay.PolicyReplay;
import org.graalvisor.harness.replay.ReplayPlan;
import org.graalvisor.harness.replay.SmallSchedule;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.ResourceSample;
import org.graalvisor.results.Verdict;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.replay.ReplayOptions;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.workloads.java.AllocateAndRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five seconds of invocations on the real runtime. */
@Tag("native")
class NativeReplayTest {
    private static final ProcessTable TABLE = ProcessTable.ofThisMachine();
    private static final long LENGTH_US = 5_000_000;
    private static final long DURATION_US = 200_000;
    private static final long FUNCTION_BYTES = 50_000_000;

    @TempDir
    private Path folder;

    @Test
    void everyInvocationAllocatesItsMemoryAndNothingIsLeftBehind() throws IOException {
        Images images = Images.of(System.getenv(), Path.of("../runtime/native-toolchain/target/builder"),
                new BuildProgress(System.err, System::nanoTime));
        Files.copy(images.runtime(), folder.resolve("graalvisor"));
        Files.copy(images.function("allocate-and-run"), folder.resolve("allocate-and-run.so"));
        ProcessLedger ledger = new ProcessLedger(folder.resolve("ledger"), TABLE);
        FunctionUnderTest template = new FunctionUnderTest("allocate-and-run", new FunctionCode.Library(),
                AllocateAndRun.class.getName() + "#main", 1, new Invocation("allocate-and-run", new byte[0]), ReplyCheck
                        .any());
        ProcessPlatform platform = new ProcessPlatform(GraalvisorNative.singleFunction(new SelectedLanguages(
                new DirectoryArtifacts(folder), Set.of())), 120_000);
        ReplayPlan plan = new ReplayPlan(ScheduleFile.read(SmallSchedule.write(folder.resolve("s.gz"), LENGTH_US,
                DURATION_US, FUNCTION_BYTES)), Policies.named("photons", 2L << 30), ManagerOptions.paper(4L << 30),
                ReplayOptions.DEFAULT, 1, () -> false);

        PolicyReplay replay;
        try (PlatformDriver driver = new PlatformDriver(request -> platform, new StartRequest(folder.resolve("out.log"),
                folder.resolve("err.log"), new BitSet(), new Spawner(ledger, TABLE)), Duration.ofSeconds(60),
                new Emulation(template, Emulation.Work.SLEEP))) {
            replay = PolicyReplay.run(plan, driver, sample -> {}, sample -> {});
        }

        assertThat(replay.result().records()).hasSize(100).extracting(InvocationRecord::outcome).containsOnly(
                Outcome.COMPLETED);
        assertThat(replay.result().verdict()).isEqualTo(Verdict.valid());
        assertThat(replay.result().counts().instancesStarted()).isEqualTo(3);
        assertThat(replay.resources().stream().mapToLong(ResourceSample::rssBytes).max().orElseThrow()).as(
                "four invocations run at a time").isGreaterThan(2 * FUNCTION_BYTES);
        assertThat(ledger.hasOpenEntries()).isFalse();
    }
}
