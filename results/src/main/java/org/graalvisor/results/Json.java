package org.graalvisor.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON with one layout on every machine. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static byte[] pretty(JsonNode tree) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(
                indenter);
        try {
            return (MAPPER.writer(printer).writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String line(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonFields read(Path file) {
        try {
            return parse(file, 0, Files.readString(file));
        } catch (IOException e) {
            throw new ResultsException("read " + file, e, "Check that the file exists and is readable");
        }
    }

    /**
     * @param line line number for error messages, or 0 when the text is the whole file
     */
    static JsonFields parse(Path file, long line, String text) {
        try {
            return new JsonFields(file, line, "", MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            long where = line > 0 ? line : Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw new MalformedResultException(file, where, excerpt(text), e.getOriginalMessage());
        }
    }

    private static String excerpt(String text) {
        int most = 80;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }
}
