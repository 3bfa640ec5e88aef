package org.graalvisor.results;

import java.util.Map;

/**
 * Something that happened while a cell ran.
 *
 * @param elapsedNs since the cell was opened
 * @param event name, for example {@code platform-ready}
 * @param details free text per key
 */
public record Event(long elapsedNs, String event, Map<String, String> details) {

    public Event {
        Names.requireSingleLine("event", event);
        details = Names.sorted(details);
    }
}
