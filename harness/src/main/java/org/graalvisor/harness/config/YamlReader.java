package org.graalvisor.harness.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into nodes that know their lines. */
final class YamlReader {
    private final JsonParser parser;

    private YamlReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a whole file.
     *
     * @param file name for error messages
     * @param text its content
     * @throws ConfigurationException when it is no YAML mapping
     */
    static ConfigNode.Mapping read(String file, String text) {
        try (JsonParser parser = YAMLFactory.builder().build().createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            parser.nextToken();
            if (new YamlReader(parser).node() instanceof ConfigNode.Mapping mapping) {
                return mapping;
            }
            throw new ConfigurationException(List.of(file + ":1: expected \"name: value\" lines"));
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
            throw new ConfigurationException(List.of(file + ":" + line + ": " + malformed.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string failed", impossible);
        }
    }

    private ConfigNode node() throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, ConfigNode> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                entries.put(name, node());
            }
            return new ConfigNode.Mapping(line, entries);
        }
        if (token == JsonToken.START_ARRAY) {
            List<ConfigNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new ConfigNode.Sequence(line, items);
        }
        String text = token == null ? "" : parser.getText();
        return new ConfigNode.Scalar(line, text == null ? "" : text);
    }
}
