package org.graalvisor.runtime.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the control group this process lives in, from /proc/self/cgroup. */
final class OwnGroup {
    private OwnGroup() {}

    /**
     * @param cgroupFile as /proc/self/cgroup
     * @param mount where control groups are mounted
     * @return the group's directory relative to the mount
     * @throws IOException when there is none with a cpu controller
     */
    static Path find(Path cgroupFile, CgroupVersion version, Path mount) throws IOException {
        Path found = parse(Files.readAllLines(cgroupFile), version, mount);
        if (!Files.isWritable(mount.resolve(found))) {
            throw new IOException("control group " + mount.resolve(found) + " does not exist or is not writable");
        }
        return found;
    }

    /** Each line is "number:controllers:path"; version 2 has number 0 and no controllers. */
    static Path parse(List<String> lines, CgroupVersion version, Path mount) throws IOException {
        for (String line : lines) {
            int first = line.indexOf(':');
            int second = line.indexOf(':', first + 1);
            if (first < 0 || second < 0) {
                continue;
            }
            String controllers = line.substring(first + 1, second);
            String path = line.substring(second + 1);
            String relative = path.startsWith("/") ? path.substring(1) : path;
            if (version == CgroupVersion.V2 && controllers.isEmpty()) {
                return Path.of(relative);
            }
            if (version == CgroupVersion.V1 && ("," + controllers + ",").contains(",cpu,")) {
                Path hierarchy = Path.of(controllers);
                // Inside a container the path names the host's group, which is mounted as the root.
                return Files.isDirectory(mount.resolve(hierarchy).resolve(relative))
                        ? hierarchy.resolve(relative)
                        : hierarchy;
            }
        }
        throw new IOException("no control group with a cpu controller in " + lines.size()
                + " lines of /proc/self/cgroup");
    }
}
