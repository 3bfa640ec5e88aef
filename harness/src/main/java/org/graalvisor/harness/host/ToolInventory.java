package org.graalvisor.harness.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.harness.platform.ExecutableFinder;

/** Looks for everything an experiment may use. A missing tool is a fact, never a failure. */
public final class ToolInventory {
    private static final Path CURRENT = Path.of(".");
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    private final ExecutableFinder finder;
    private final NativeImageStatus nativeImage;

    /**
     * Creates an inventory.
     *
     * @param finder finds executables
     * @param nativeImage knows the Native Image builder
     */
    public ToolInventory(ExecutableFinder finder, NativeImageStatus nativeImage) {
        this.finder = finder;
        this.nativeImage = nativeImage;
    }

    /** Looks at this machine now. Runs each tool once for its version. */
    public List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        tools.add(new Tool("JDK", new Availability.Available(
                Runtime.version() + " (" + System.getProperty("java.vendor") + ")")));
        tools.add(executable("gcc", "gcc", "--version"));
        tools.add(new Tool("native image", nativeImage.status()));
        tools.add(new Tool("cgroups v1", writable(CGROUP.resolve("cpu"), CGROUP.resolve("cpu/cgroup.procs"))));
        tools.add(new Tool("cgroups v2", writable(CGROUP, CGROUP.resolve("cgroup.controllers"))));
        tools.add(new Tool("KVM", writable(Path.of("/dev/kvm"), Path.of("/dev/kvm"))));
        tools.add(executable("Node.js", "node", "--version"));
        tools.add(new Tool("CPython", version(Path.of("/usr/bin/python3"), "--version")));
        tools.add(executable("ffmpeg", "ffmpeg", "-version"));
        tools.add(executable("nginx", "nginx", "-v"));
        tools.add(executable("strace", "strace", "--version"));
        tools.add(executable("perf", "perf", "--version"));
        tools.add(executable("taskset", "taskset", "--version"));
        return List.copyOf(tools);
    }

    private Tool executable(String name, String command, String versionOption) {
        return new Tool(name, finder.find(command).map(path -> version(path, versionOption))
                .orElseGet(() -> new Availability.Unavailable("no executable " + command + " on PATH")));
    }

    private static Availability version(Path executable, String versionOption) {
        if (!Files.isExecutable(executable)) {
            return new Availability.Unavailable("there is no " + executable);
        }
        Optional<String> output = CommandOutput.of(CURRENT, List.of(executable.toString(), versionOption));
        return output.flatMap(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst())
                .<Availability>map(Availability.Available::new).orElseGet(() -> new Availability.Unavailable(
                        executable + " " + versionOption + " failed"));
    }

    private static Availability writable(Path directory, Path marker) {
        if (!Files.exists(marker)) {
            return new Availability.Unavailable("there is no " + marker);
        }
        return Files.isWritable(directory)
                ? new Availability.Available("writable at " + directory)
                : new Availability.Unavailable(directory + " is not writable for this user");
    }
}
