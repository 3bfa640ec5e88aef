package org.graalvisor.runtime.openwhisk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graalvisor.program.ScriptLanguage;

/**
 * Wraps JavaScript: source text, or an archive with {@code package.json} or {@code index.js}. The files of an archive lie below
 * {@value #ROOT}; its {@code node_modules} stay at the top, where {@code require} looks.
 */
final class JavaScriptProgram implements ActionProgram {
    private static final String ROOT = "action/";
    private static final String MODULES = "node_modules/";
    /** Each file as JSON text, for {@code fs}. */
    private static final String TEXTS = "__ow__/";
    private static final String INDEX = "index.js";
    private static final String PACKAGE = "package.json";

    private final String wrapper = WrapperText.oneLine("action.js");
    private final byte[] fileSystem = WrapperText.of("fs.js").getBytes(StandardCharsets.UTF_8);

    @Override
    public byte[] code(InitRequest init, Map<String, String> environment) {
        String head = wrapper + "__owStart(" + Literal.of(environment) + ");";
        if (!init.binary()) {
            // Line breaks around the code: it may end in a comment.
            return (head + "__owLoad(function (require, exports, module, __filename, __dirname) {" + text(init.code())
                    + "\nreturn " + init.main() + ";\n}, " + Literal.of(init.main()) + ");").getBytes(
                            StandardCharsets.UTF_8);
        }
        Map<String, byte[]> action = unpack(init.code());
        Start start = Start.of(init.main(), action);
        Map<String, byte[]> files = new TreeMap<>();
        action.forEach((name, content) -> files.put(name.startsWith(MODULES) ? name : ROOT + name, content));
        if (action.entrySet().stream().anyMatch(file -> mentionsFileSystem(file.getKey(), file.getValue()))) {
            files.put(MODULES + "fs.js", fileSystem);
            files.put(MODULES + "node:fs.js", fileSystem);
            action.forEach((name, content) -> files.put(TEXTS + name + ".json", Literal.of(text(content)).getBytes(
                    StandardCharsets.UTF_8)));
        }
        files.put(ScriptLanguage.JAVASCRIPT.mainFile(), (head + "__owLoadModule(require(" + Literal.of("./" + ROOT
                + start.file()) + "), " + Literal.of(start.name()) + ");").getBytes(StandardCharsets.UTF_8));
        return ActionArchive.pack(files);
    }

    private static Map<String, byte[]> unpack(byte[] base64) {
        try {
            return ActionArchive.unpack(base64);
        } catch (UnloadableActionException e) {
            throw new UnloadableActionException("Error: There was an error uncompressing the action archive: " + e
                    .getMessage());
        }
    }

    private static boolean mentionsFileSystem(String name, byte[] content) {
        String text = name.endsWith(".js") ? text(content) : "";
        return text.contains("'fs'") || text.contains("\"fs\"") || text.contains("node:fs");
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /**
     * Where an archive's action begins.
     *
     * @param file that is required
     * @param name of the function in it, with dots
     */
    private record Start(String file, String name) {

        /** {@code handler.main} names a file and a function in it, {@code main} a function of the package. */
        static Start of(String main, Map<String, byte[]> files) {
            int dot = main.indexOf('.');
            if (dot > 0 && files.containsKey(main.substring(0, dot) + ".js")) {
                return new Start(main.substring(0, dot), main.substring(dot + 1));
            }
            byte[] description = files.get(PACKAGE);
            if (description != null) {
                return new Start(mainOf(description).orElse(INDEX).replaceFirst("^\\./", ""), main);
            }
            if (files.containsKey(INDEX)) {
                return new Start(INDEX, main);
            }
            throw new UnloadableActionException("Error: Zipped actions must contain either " + PACKAGE + " or " + INDEX
                    + " at the root.");
        }

        private static Optional<String> mainOf(byte[] description) {
            try (JsonParser parser = new JsonFactory().createParser(description)) {
                Optional<String> main = Optional.empty();
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isMain = parser.currentName().equals("main");
                    if (parser.nextToken() == JsonToken.VALUE_STRING && isMain) {
                        main = Optional.of(parser.getText());
                    }
                    parser.skipChildren();
                }
                return main.filter(text -> !text.isEmpty());
            } catch (IOException e) {
                throw new UnloadableActionException("Error: " + PACKAGE + " cannot be read: " + e.getMessage());
            }
        }
    }
}
