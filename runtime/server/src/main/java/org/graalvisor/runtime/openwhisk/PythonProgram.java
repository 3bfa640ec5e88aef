package org.graalvisor.runtime.openwhisk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.graalvisor.program.ScriptLanguage;

/** Wraps Python: source text, or an archive with {@code __main__.py}. */
final class PythonProgram implements ActionProgram {
    private static final String MAIN = "__main__.py";
    private static final String WRAPPER = ScriptLanguage.PYTHON.mainFile();
    /** Where a file of the action goes whose name the wrapper needs; searched first by imports. */
    private static final String ASIDE = "__ow__/";

    private final String wrapper = WrapperText.of("action.py");

    @Override
    public byte[] code(InitRequest init, Map<String, String> environment) {
        if (!init.binary()) {
            return source(init, environment, init.code());
        }
        Map<String, byte[]> files = new TreeMap<>(unpack(init.code()));
        byte[] main = files.get(MAIN);
        if (main == null) {
            throw new UnloadableActionException("the zip archive does not contain " + MAIN + " at its root");
        }
        byte[] displaced = files.put(WRAPPER, source(init, environment, main));
        if (displaced != null) {
            files.put(ASIDE + WRAPPER, displaced);
        }
        return ActionArchive.pack(files);
    }

    private static Map<String, byte[]> unpack(byte[] base64) {
        try {
            return ActionArchive.unpack(base64);
        } catch (UnloadableActionException e) {
            throw new UnloadableActionException("the code is no base64-encoded zip archive: " + e.getMessage());
        }
    }

    private byte[] source(InitRequest init, Map<String, String> environment, byte[] code) {
        String main = init.main().isEmpty() ? "main" : init.main();
        return (wrapper + "\n__owLoad(" + Literal.of(environment) + ", " + Literal.of(new String(code,
                StandardCharsets.UTF_8)) + ", " + Literal.of(main) + ")\n").getBytes(StandardCharsets.UTF_8);
    }
}
