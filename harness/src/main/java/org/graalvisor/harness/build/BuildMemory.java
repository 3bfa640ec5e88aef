package org.graalvisor.harness.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.graalvisor.toolchain.ToolchainException;

/** Whether the machine has the memory a build needs; the builder itself would run for minutes before it fails. */
final class BuildMemory {
    private static final String LABEL = "MemAvailable:";
    private static final double BYTES_PER_GIGABYTE = 1 << 30;

    private BuildMemory() {}

    /**
     * Refuses a build that cannot succeed.
     *
     * @param image for the message
     * @param neededBytes most the builder takes
     * @param meminfo commonly /proc/meminfo
     * @throws ToolchainException when less is available
     */
    static void require(String image, long neededBytes, Path meminfo) {
        long available = availableBytes(meminfo);
        if (available < neededBytes) {
            throw new ToolchainException(String.format(Locale.ROOT,
                    "building %s needs about %.0f GB of memory and this machine has %.1f GB available; end other programs, "
                            + "leave the language out with --languages, or build on a larger machine and copy its cache",
                    image, neededBytes / BYTES_PER_GIGABYTE, available / BYTES_PER_GIGABYTE));
        }
    }

    private static long availableBytes(Path meminfo) {
        try {
            return Files.readAllLines(meminfo).stream().filter(line -> line.startsWith(LABEL)).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            // Without the file there is nothing to compare with; the builder's own message must do.
            return Long.MAX_VALUE;
        }
    }
}
