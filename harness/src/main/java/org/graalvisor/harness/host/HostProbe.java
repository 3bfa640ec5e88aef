package org.graalvisor.harness.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.graalvisor.harness.calibrate.Calibration;
import org.graalvisor.results.HostDescription;
import org.graalvisor.results.SourceRevision;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

/** Describes the machine and the code for the manifest. */
public final class HostProbe {
    private HostProbe() {}

    /**
     * Describes this machine.
     *
     * @param calibration what its kernel primitives cost
     */
    public static HostDescription describe(Calibration calibration) {
        SystemInfo system = new SystemInfo();
        OperatingSystem os = system.getOperatingSystem();
        return new HostDescription(system.getHardware().getProcessor().getProcessorIdentifier().getName().strip(),
                Runtime.getRuntime().availableProcessors(), system.getHardware().getMemory().getTotal(),
                os.getFamily() + ' ' + System.getProperty("os.version"), OptionalDouble.of(calibration.pageFaultNs()),
                OptionalDouble.of(calibration.mapAndUnmapNs()));
    }

    /**
     * Describes the checked-out code.
     *
     * @param checkout a directory in the working tree
     */
    public static SourceRevision source(Path checkout) {
        Optional<String> commit = CommandOutput.of(checkout, List.of("git", "rev-parse", "HEAD"));
        Optional<String> changes = CommandOutput.of(checkout, List.of("git", "status", "--porcelain"));
        if (commit.isEmpty() || changes.isEmpty()) {
            return new SourceRevision("unavailable: no git working tree", true);
        }
        return new SourceRevision(commit.get().strip(), !changes.get().isBlank());
    }
}
