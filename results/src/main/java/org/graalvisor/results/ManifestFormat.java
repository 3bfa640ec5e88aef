package org.graalvisor.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code manifest.json} to and from {@link Manifest}. */
final class ManifestFormat {
    static final String FILE_NAME = "manifest.json";

    private ManifestFormat() {}

    static void write(Path runFolder, Manifest manifest) throws IOException {
        DurableFiles.replace(runFolder.resolve(FILE_NAME), Json.pretty(toJson(manifest)));
    }

    static Manifest read(Path runFolder) {
        JsonFields root = Json.read(runFolder.resolve(FILE_NAME));
        requireSchemaVersion(root);
        return root.build("manifest", fields -> new Manifest(fields.text("experiment"), fields.text("runId"), plan(
                fields),
                environment(fields), outcome(fields)));
    }

    static void requireSchemaVersion(JsonFields root) {
        long version = root.integer("schemaVersion");
        if (version != Manifest.SCHEMA_VERSION) {
            throw root.malformed("schemaVersion", Long.toString(version),
                    "this version reads schema " + Manifest.SCHEMA_VERSION + " only");
        }
    }

    private static ObjectNode toJson(Manifest manifest) {
        RunPlan plan = manifest.plan();
        RunEnvironment environment = manifest.environment();
        RunOutcome outcome = manifest.outcome();
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("schemaVersion", Manifest.SCHEMA_VERSION);
        root.put("experiment", manifest.experiment());
        root.put("runId", manifest.runId());
        root.put("scale", plan.scale());
        root.put("method", plan.method());
        root.put("state", Words.of(outcome.state()));
        root.set("verdict", VerdictFormat.toJson(outcome.verdict()));
        root.put("startedAt", outcome.startedAt().toString());
        outcome.endedAt().ifPresent(endedAt -> root.put("endedAt", endedAt.toString()));
        root.putObject("source").put("commit", environment.source().commit()).put("dirty", environment.source()
                .dirty());
        putHost(root.putObject("host"), environment.host());
        putTexts(root.putObject("toolVersions"), environment.toolVersions());
        root.set("config", Json.mapper().valueToTree(plan.config()));
        root.set("seeds", Json.mapper().valueToTree(plan.seeds()));
        plan.scheduleHash().ifPresent(hash -> root.put("scheduleHash", hash));
        ArrayNode unavailable = root.putArray("unavailableSystems");
        plan.unavailableSystems()
                .forEach(system -> unavailable.addObject().put("name", system.name()).put("reason", system.reason()));
        ArrayNode cells = root.putArray("cells");
        plan.cells()
                .forEach(cell -> putTexts(cells.addObject().put("id", cell.id()).putObject("dimensions"), cell
                        .dimensions()));
        return root;
    }

    private static void putHost(ObjectNode node, HostDescription host) {
        node.put("cpuModel", host.cpuModel());
        node.put("cores", host.cores());
        node.put("memoryBytes", host.memoryBytes());
        node.put("kernel", host.kernel());
        putNumber(node, "pageFaultCostNs", host.pageFaultCostNs());
        putNumber(node, "mapAndUnmapCostNs", host.mapAndUnmapCostNs());
    }

    private static void putNumber(ObjectNode node, String field, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(field, value.getAsDouble());
        }
    }

    private static void putTexts(ObjectNode node, Map<String, String> texts) {
        texts.forEach(node::put);
    }

    private static RunPlan plan(JsonFields fields) {
        return new RunPlan(fields.text("scale"), fields.text("method"), fields.freeMap("config"), fields.integerMap(
                "seeds"),
                fields.optionalText("scheduleHash"),
                fields.objects("cells").stream()
                        .map(cell -> new PlannedCell(cell.text("id"), cell.textMap("dimensions"))).toList(),
                fields.objects("unavailableSystems").stream()
                        .map(system -> new UnavailableSystem(system.text("name"), system.text("reason"))).toList());
    }

    private static RunEnvironment environment(JsonFields fields) {
        JsonFields source = fields.object("source");
        JsonFields host = fields.object("host");
        return new RunEnvironment(new SourceRevision(source.text("commit"), source.flag("dirty")),
                new HostDescription(host.text("cpuModel"), Math.toIntExact(host.integer("cores")),
                        host.integer("memoryBytes"), host.text("kernel"), host.optionalNumber("pageFaultCostNs"),
                        host.optionalNumber("mapAndUnmapCostNs")),
                fields.textMap("toolVersions"));
    }

    private static RunOutcome outcome(JsonFields fields) {
        return new RunOutcome(fields.instant("startedAt"),
                fields.optionalText("endedAt").map(text -> fields.instant("endedAt")), fields.word("state",
                        RunState.class),
                VerdictFormat.read(fields.object("verdict")));
    }
}
