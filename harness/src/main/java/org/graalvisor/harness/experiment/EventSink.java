package org.graalvisor.harness.experiment;

import java.util.Map;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.Event;

/** Stamps the events of one cell with the time since it was opened. */
final class EventSink {
    private final CellWriter writer;
    private final long openedNs = System.nanoTime();

    EventSink(CellWriter writer) {
        this.writer = writer;
    }

    void add(String event, Map<String, String> details) {
        writer.append(new Event(System.nanoTime() - openedNs, event, details));
    }

    void add(String event) {
        add(event, Map.of());
    }
}
