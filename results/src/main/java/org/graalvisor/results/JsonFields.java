package org.graalvisor.results;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** Fields of one JSON object, read with errors that name file, field and value. */
final class JsonFields {
    private final Path file;
    private final long line;
    private final String position;
    private final JsonNode node;

    JsonFields(Path file, long line, String position, JsonNode node) {
        this.file = file;
        this.line = line;
        this.position = position;
        this.node = node;
    }

    JsonFields object(String field) {
        return new JsonFields(file, line, position + field + ".", require(field, JsonNode::isObject, "an object"));
    }

    List<JsonFields> objects(String field) {
        List<JsonFields> all = new ArrayList<>();
        for (JsonNode element : require(field, JsonNode::isArray, "a list")) {
            all.add(new JsonFields(file, line, position + field + "[" + all.size() + "].", element));
        }
        return all;
    }

    String text(String field) {
        return require(field, JsonNode::isTextual, "a text").textValue();
    }

    Optional<String> optionalText(String field) {
        return isAbsent(field) ? Optional.empty() : Optional.of(text(field));
    }

    long integer(String field) {
        return require(field, JsonNode::canConvertToExactIntegral, "an integer").longValue();
    }

    OptionalDouble optionalNumber(String field) {
        return isAbsent(field)
                ? OptionalDouble.empty()
                : OptionalDouble.of(require(field, JsonNode::isNumber, "a number").doubleValue());
    }

    boolean flag(String field) {
        return require(field, JsonNode::isBoolean, "true or false").booleanValue();
    }

    Instant instant(String field) {
        String text = text(field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw malformed(field, text, "expected a time such as 2026-01-02T03:04:05Z");
        }
    }

    <E extends Enum<E>> E word(String field, Class<E> type) {
        String text = text(field);
        return Words.parse(type, text).orElseThrow(() -> malformed(field, text, Words.expected(type)));
    }

    List<String> texts(String field) {
        List<String> all = new ArrayList<>();
        for (JsonNode element : require(field, JsonNode::isArray, "a list")) {
            if (!element.isTextual()) {
                throw malformed(field, element.toString(), "expected a list of texts");
            }
            all.add(element.textValue());
        }
        return all;
    }

    Map<String, String> textMap(String field) {
        return map(field, JsonNode::isTextual, "texts", JsonNode::textValue);
    }

    Map<String, Long> integerMap(String field) {
        return map(field, JsonNode::canConvertToExactIntegral, "integers", JsonNode::longValue);
    }

    Map<String, Object> freeMap(String field) {
        JsonNode tree = require(field, JsonNode::isObject, "an object");
        return Json.mapper().convertValue(tree, new TypeReference<LinkedHashMap<String, Object>>() {
        });
    }

    MalformedResultException malformed(String field, String value, String problem) {
        return new MalformedResultException(file, line, value, "field \"" + position + field + "\": " + problem);
    }

    /** Runs a constructor and turns its refusal into an error that names this file. */
    <T> T build(String what, Function<JsonFields, T> constructor) {
        try {
            return constructor.apply(this);
        } catch (IllegalArgumentException e) {
            throw new MalformedResultException(file, line, what, String.valueOf(e.getMessage()));
        }
    }

    private boolean isAbsent(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull();
    }

    private JsonNode require(String field, Predicate<JsonNode> kind, String expected) {
        JsonNode value = node.path(field);
        if (!kind.test(value)) {
            throw malformed(field, value.toString(), "expected " + expected);
        }
        return value;
    }

    private <T> Map<String, T> map(String field, Predicate<JsonNode> kind, String expected,
            Function<JsonNode, T> value) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : require(field, JsonNode::isObject, "an object").properties()) {
            if (!kind.test(entry.getValue())) {
                throw malformed(field + "." + entry.getKey(), entry.getValue().toString(), "expected an object of "
                        + expected);
            }
            all.put(entry.getKey(), value.apply(entry.getValue()));
        }
        return all;
    }
}
