package org.graalvisor.harness.platform.openwhisk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.program.ScriptLanguage;

/**
 * Makes actions of script functions. A function takes and returns JSON text, an action objects; a few lines of its own
 * language, added to a source or to an archive, convert between the two. They cost one conversion each way.
 */
final class ScriptActions {
    private static final String ACTION = "openwhiskAction";
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private ScriptActions() {}

    /**
     * @param entryPoint name of the function
     * @throws IOException when the archive is damaged
     */
    static ActionCode of(FunctionCode.Script script, String entryPoint) throws IOException {
        return isArchive(script.source())
                ? ofArchive(script, entryPoint)
                : ActionCode.source(ACTION, new String(script.source(), StandardCharsets.UTF_8) + '\n' + conversion(
                        script.language(), entryPoint));
    }

    private static boolean isArchive(byte[] code) {
        return code.length > ZIP.length && Arrays.equals(code, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    private static ActionCode ofArchive(FunctionCode.Script script, String entryPoint) throws IOException {
        String main = script.language().mainFile();
        return switch (script.language()) {
            // The proxy takes FILE.FUNCTION for the entry point of an archive.
            case JAVASCRIPT -> ActionCode.archive("action." + ACTION, with(script.source(), "action.js",
                    "const { " + entryPoint + " } = require('./" + main + "');\n" + conversion(script.language(),
                            entryPoint) + "module.exports = { " + ACTION + " };\n"));
            case PYTHON -> ActionCode.archive(ACTION, with(script.source(), "__main__.py", "from " + main.replace(
                    ".py", "") + " import " + entryPoint + "\n" + conversion(script.language(), entryPoint)));
        };
    }

    private static String conversion(ScriptLanguage language, String entryPoint) {
        return switch (language) {
            case JAVASCRIPT -> """
                    async function %s(value) {
                      return JSON.parse(await %s(JSON.stringify(value)));
                    }
                    """.formatted(ACTION, entryPoint);
            case PYTHON -> """

                    import json as openwhisk_json

                    def %s(value):
                        return openwhisk_json.loads(%s(openwhisk_json.dumps(value)))
                    """.formatted(ACTION, entryPoint);
        };
    }

    private static byte[] with(byte[] archive, String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream source = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream target = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                source.transferTo(target);
            }
            target.putNextEntry(new ZipEntry(name));
            target.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
