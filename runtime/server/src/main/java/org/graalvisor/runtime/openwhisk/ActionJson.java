package org.graalvisor.runtime.openwhisk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the bodies of /init and /run. The arguments of an activation are cut out as they are, never decoded. */
final class ActionJson {
    private static final byte[] NOTHING = {};
    private static final byte[] NO_ARGUMENTS = {'{', '}'};

    private final JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE).maxNumberLength(Integer.MAX_VALUE).maxNameLength(Integer.MAX_VALUE)
            .build()).disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    private final ActionDialect dialect;

    ActionJson(ActionDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads an init.
     *
     * @throws ActionFailure when the body is not JSON, or the code of a Java action no base64
     */
    InitRequest init(byte[] body) {
        Init init = new Init(body);
        read(body, (parser, name) -> {
            if (name.equals("value") && parser.currentToken() == JsonToken.START_OBJECT) {
                fields(parser, init::take);
            } else {
                parser.skipChildren();
            }
        });
        return new InitRequest(init.main, init.code, init.binary, init.environment);
    }

    /**
     * Reads a run.
     *
     * @throws ActionFailure when the body is not JSON, or the arguments are neither object nor array
     */
    RunRequest run(byte[] body) {
        Map<String, String> environment = new LinkedHashMap<>();
        byte[][] value = {NO_ARGUMENTS};
        read(body, (parser, name) -> {
            if (!name.equals("value")) {
                environment.put("__OW_" + name.toUpperCase(Locale.ROOT), text(parser, body));
            } else if (parser.currentToken().isStructStart()) {
                value[0] = slice(parser, body);
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                throw dialect.badArgument();
            }
        });
        return new RunRequest(value[0], environment);
    }

    private void read(byte[] body, Field field) {
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw dialect.badJson("the body must be an object");
            }
            fields(parser, field);
            if (parser.nextToken() != null) {
                throw dialect.badJson("more follows the first value");
            }
        } catch (IOException e) {
            throw dialect.badJson(e.toString());
        }
    }

    private static void fields(JsonParser parser, Field field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.take(parser, name);
        }
    }

    /** A text as it is, anything else as JSON. */
    private static String text(JsonParser parser, byte[] body) throws IOException {
        return parser.currentToken().isStructStart()
                ? new String(slice(parser, body), StandardCharsets.UTF_8)
                : parser.getText();
    }

    /** The bytes of the object or array that begins here. */
    private static byte[] slice(JsonParser parser, byte[] body) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(body, start, (int) parser.currentLocation().getByteOffset());
    }

    /** Takes the value of one field; the parser is at the value's first token and left at its last. */
    @FunctionalInterface
    private interface Field {
        void take(JsonParser parser, String name) throws IOException;
    }

    private final class Init {
        private final byte[] body;
        private String main = "";
        private byte[] code = NOTHING;
        private boolean binary;
        private final Map<String, String> environment = new LinkedHashMap<>();

        Init(byte[] body) {
            this.body = body;
        }

        void take(JsonParser parser, String name) throws IOException {
            boolean string = parser.currentToken() == JsonToken.VALUE_STRING;
            switch (name) {
                case "main" -> main = string ? parser.getText() : "";
                case "code" -> code = string ? code(parser) : NOTHING;
                case "binary" -> binary = parser.currentToken() == JsonToken.VALUE_TRUE;
                case "env" -> {
                    if (parser.currentToken() == JsonToken.START_OBJECT) {
                        fields(parser, (values, variable) -> environment.put(variable, text(values, body)));
                    }
                }
                default -> parser.skipChildren();
            }
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            }
        }

        private byte[] code(JsonParser parser) throws IOException {
            return dialect == ActionDialect.JAVA
                    ? parser.getBinaryValue()
                    : parser.getText().getBytes(StandardCharsets.UTF_8);
        }
    }
}
