package org.graalvisor.results;

import java.util.Map;

/**
 * What a run was made with.
 *
 * @param source the code
 * @param host the machine
 * @param toolVersions version per tool; a tool that was not found has {@code unavailable: reason}
 */
public record RunEnvironment(SourceRevision source, HostDescription host, Map<String, String> toolVersions) {

    public RunEnvironment {
        toolVersions = Names.sorted(toolVersions);
    }
}
