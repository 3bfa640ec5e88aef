package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.graalvisor.baselines.jvm.HelloServer;
import org.graalvisor.harness.host.NativeImageStatus;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.GraalvisorHosted;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.InProcessPlatform;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.JvmHello;
import org.graalvisor.harness.platform.Nginx;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformPlugins;
import org.graalvisor.harness.platform.PlatformTools;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ScriptServer;
import org.graalvisor.harness.time.Clock;
import org.graalvisor.harness.time.SystemClock;

/** Puts the rig together for this machine. The one place where real clocks and random numbers come from. */
public final class RigFactory {
    private static final long INVOCATION_TIMEOUT_MS = 60_000;
    private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");
    private static final Duration FIXED_DELAY = Duration.ofMillis(1);
    private static final Duration STALL_BEGIN = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofMillis(100);

    private RigFactory() {}

    /**
     * Creates the rig.
     *
     * @param artifacts native files
     * @param nativeImage knows the Native Image builder
     * @param stop ends runs early
     */
    public static Rig create(Artifacts artifacts, NativeImageStatus nativeImage, StopSignal stop) {
        Clock clock = new SystemClock();
        ExecutableFinder finder = ExecutableFinder.ofThisMachine();
        return new Rig(artifacts, nativeImage, platforms(artifacts, finder, clock), Workloads::new, finder,
                CorePlan.ofThisMachine(), clock, InstantSource.system(), new SplittableRandom(),
                Path.of(System.getProperty("graalvisor.root", ".")), stop);
    }

    private static List<Platform> platforms(Artifacts artifacts, ExecutableFinder finder, Clock clock) {
        JavaInstallation java = JavaInstallation.ofThisProcess();
        List<Platform> own = List.of(new ProcessPlatform(new GraalvisorNative(artifacts), INVOCATION_TIMEOUT_MS),
                new ProcessPlatform(new GraalvisorHosted(artifacts, java), INVOCATION_TIMEOUT_MS),
                new ProcessPlatform(new JvmHello(java), INVOCATION_TIMEOUT_MS),
                new ProcessPlatform(new Nginx(finder, HelloServer.REPLY), INVOCATION_TIMEOUT_MS),
                new ProcessPlatform(ScriptServer.node(finder), INVOCATION_TIMEOUT_MS),
                new ProcessPlatform(ScriptServer.python(SYSTEM_PYTHON), INVOCATION_TIMEOUT_MS),
                InProcessPlatform.answeringAtOnce(clock), InProcessPlatform.withFixedDelay(clock, FIXED_DELAY),
                InProcessPlatform.stalling(clock, STALL_BEGIN, STALL));
        return PlatformPlugins.with(own, PlatformPlugins.installed(), new PlatformTools(artifacts, finder, java,
                INVOCATION_TIMEOUT_MS));
    }
}
