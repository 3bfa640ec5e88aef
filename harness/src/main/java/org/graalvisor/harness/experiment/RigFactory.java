package org.graalvisor.harness.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.graalvisor.baselines.jvm.HelloServer;
import org.graalvisor.harness.host.NativeImageStatus;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.CatalogueJars;
import org.graalvisor.harness.platform.ExecutableFinder;
import org.graalvisor.harness.platform.FunctionJars;
import org.graalvisor.harness.platform.GraalvisorHosted;
import org.graalvisor.harness.platform.GraalvisorNative;
import org.graalvisor.harness.platform.InProcessPlatform;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.JvmHello;
import org.graalvisor.harness.platform.MissingPlatform;
import org.graalvisor.harness.platform.Nginx;
import org.graalvisor.harness.platform.PhotonsServer;
import org.graalvisor.harness.platform.Platform;
import org.graalvisor.harness.platform.PlatformPlugins;
import org.graalvisor.harness.platform.PlatformTools;
import org.graalvisor.harness.platform.ProcessPlatform;
import org.graalvisor.harness.platform.ScriptServer;
import org.graalvisor.harness.platform.ServerRecipe;
import org.graalvisor.harness.platform.openwhisk.OpenWhiskServer;
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
        List<Platform> platforms = new ArrayList<>(servers(artifacts, finder, java).stream().map(
                recipe -> new ProcessPlatform(recipe, INVOCATION_TIMEOUT_MS)).toList());
        platforms.addAll(List.of(MissingPlatform.microvm(), MissingPlatform.container(), InProcessPlatform
                .answeringAtOnce(clock), InProcessPlatform.withFixedDelay(clock, FIXED_DELAY), InProcessPlatform
                        .stalling(clock, STALL_BEGIN, STALL)));
        return PlatformPlugins.with(platforms, PlatformPlugins.installed(), new PlatformTools(artifacts, finder, java,
                INVOCATION_TIMEOUT_MS));
    }

    private static List<ServerRecipe> servers(Artifacts artifacts, ExecutableFinder finder, JavaInstallation java) {
        FunctionJars jars = new CatalogueJars();
        return List.of(new GraalvisorNative(artifacts), GraalvisorNative.javaOnly(artifacts), GraalvisorNative
                .singleFunction(artifacts), new GraalvisorHosted(artifacts, java), OpenWhiskServer.java(java, jars),
                OpenWhiskServer.nodejs(finder), OpenWhiskServer.python(SYSTEM_PYTHON), new PhotonsServer(java, jars),
                new JvmHello(java), new Nginx(finder, HelloServer.REPLY), ScriptServer.node(finder), ScriptServer
                        .python(SYSTEM_PYTHON));
    }
}
