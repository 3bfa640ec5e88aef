package org.graalvisor.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code events.jsonl}: one JSON object per line, flushed at once because events are rare. Safe for several threads. */
final class EventLog implements Closeable {
    private final BufferedWriter writer;

    EventLog(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    synchronized void append(Event event) throws IOException {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("elapsed_ns", event.elapsedNs());
        node.put("event", event.event());
        ObjectNode details = node.putObject("details");
        event.details().forEach(details::put);
        writer.write(Json.line(node));
        writer.write('\n');
        writer.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
