package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.PlatformSession;
import org.graalvisor.harness.platform.StartRequest;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.trace.manage.GraalvisorPolicy;
import org.graalvisor.trace.replay.WorkloadChoice;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Workload;

/** Measures, once before all policies, how long the real Java functions take when they are warm. */
final class RealFunctions {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int INVOCATIONS = 6;
    private static final double NS_PER_US = 1e3;

    private final Rig rig;
    private final Workloads workloads;

    RealFunctions(Rig rig, Workloads workloads) {
        this.rig = rig;
        this.workloads = workloads;
    }

    List<WorkloadChoice.Workload> measure() {
        List<String> usable = Catalogue.all().stream().filter(workload -> workload.unavailable().isEmpty()).map(
                Workload::name).filter(name -> WorkloadFiles.scriptLanguage(name).isEmpty()).filter(name -> rig
                        .artifacts().functionLibrary(name) instanceof Artifact.Built).toList();
        Path log = temporaryLog();
        try (Workbench workbench = new Workbench();
                PlatformSession session = ReplayPlatforms.of(rig.artifacts())
                        .platform(GraalvisorPolicy.NAME, 0).start(new StartRequest(log, log, new BitSet(), workbench
                                .spawner()))) {
            session.awaitReady(START_TIMEOUT);
            return usable.stream().map(name -> new WorkloadChoice.Workload(name, warmUs(session, workloads.function(
                    name)))).toList();
        } finally {
            delete(log);
        }
    }

    /** The fastest of several, the first of which is cold. */
    private static long warmUs(PlatformSession session, FunctionUnderTest function) {
        session.register(function);
        try (Invoker invoker = session.openInvoker()) {
            return IntStream.range(0, INVOCATIONS).mapToLong(i -> invocationUs(invoker, function)).min().orElseThrow();
        }
    }

    private static long invocationUs(Invoker invoker, FunctionUnderTest function) {
        long beginNs = System.nanoTime();
        try {
            if (!function.check().accepts(invoker.invoke(function.invocation()).body())) {
                throw new SystemUnderTestException(function.workload() + " was answered wrongly");
            }
        } catch (IOException failure) {
            throw new SystemUnderTestException(function.workload() + " was not answered: " + failure.getMessage(),
                    failure);
        }
        return Math.max(1, Math.round((System.nanoTime() - beginNs) / NS_PER_US));
    }

    private static Path temporaryLog() {
        try {
            return Files.createTempFile("graalvisor-", ".log");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create a file in the temporary directory", failure);
        }
    }

    private static void delete(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + log, failure);
        }
    }
}
