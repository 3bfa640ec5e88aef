package org.graalvisor.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A {@link Verdict} inside the manifest and the completion marker. */
final class VerdictFormat {
    private VerdictFormat() {}

    static ObjectNode toJson(Verdict verdict) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("level", verdict.level().name());
        ArrayNode reasons = node.putArray("reasons");
        verdict.reasons().forEach(reasons::add);
        return node;
    }

    static Verdict read(JsonFields fields) {
        String text = fields.text("level");
        for (Verdict.Level level : Verdict.Level.values()) {
            if (level.name().equals(text)) {
                return fields.build(text, self -> new Verdict(level, self.texts("reasons")));
            }
        }
        throw fields.malformed("level", text, "expected VALID, DEGRADED or INVALID");
    }
}
