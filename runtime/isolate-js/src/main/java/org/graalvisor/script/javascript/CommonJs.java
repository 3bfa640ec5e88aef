package org.graalvisor.script.javascript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvisor.script.ProgramFiles;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** {@code require}, {@code module} and {@code exports} as Node.js functions know them, defined where they cost nothing. */
final class CommonJs {
    private static final String ID = "js";
    private static final Source REQUIRE = Source.newBuilder(ID, text("require.js"), "require.js").internal(true)
            .buildLiteral();
    private static final Source MODULE = Source.newBuilder(ID,
            // Properties and no variables, which a function may want to declare itself.
            "globalThis.module = { exports: {} }; globalThis.exports = globalThis.module.exports;", "module.js")
            .internal(true)
            .buildLiteral();

    private CommonJs() {}

    /** Defines {@code module} and {@code exports} in a context that is made while an image is built. */
    static void prepare(Context context) {
        context.eval(MODULE);
    }

    /** Defines {@code module} and {@code exports}, unless the context was prepared with them. */
    static void defineModule(Context context) {
        if (!context.getBindings(ID).hasMember("module")) {
            context.eval(MODULE);
        }
    }

    /** Defines {@code require} for a function that mentions it. */
    static void defineRequire(Context context, ProgramFiles files) {
        if (!files.mainSource().contains("require(")) {
            return;
        }
        ProxyExecutable exists = arguments -> files.files().containsKey(arguments[0].asString());
        ProxyExecutable evaluate = arguments -> evaluate(context, files, arguments[0].asString());
        Value requireFrom = context.eval(REQUIRE).execute(exists, evaluate);
        context.getBindings(ID).putMember("require", requireFrom.execute(files.mainFile()));
    }

    /** Where the function's entry point is: what it exported, or else its global functions. */
    static Value scope(Context context, ProgramFiles files) {
        Value global = context.getBindings(ID);
        if (!files.mainSource().contains("exports")) {
            return global;
        }
        Value module = global.getMember("module");
        Value exports = module.hasMember("exports") ? module.getMember("exports") : global;
        return exports.hasMembers() && !exports.getMemberKeys().isEmpty() ? exports : global;
    }

    private static Object evaluate(Context context, ProgramFiles files, String path) {
        String text = files.text(path).orElseThrow();
        if (path.endsWith(".json")) {
            return text;
        }
        // On one line, so that line numbers in messages stay those of the file.
        return context.eval(Source.newBuilder(ID, "(function (module, exports, require) {" + text + "\n})", path)
                .buildLiteral());
    }

    private static String text(String resource) {
        try (InputStream stream = CommonJs.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this jar can be read: " + resource, e);
        }
    }
}
