package org.graalvisor.script.javascript;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.script.LanguageSupport;
import org.graalvisor.script.ProgramFiles;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** GraalJS. */
public final class JavaScriptSupport implements LanguageSupport {
    private static final String ID = "js";
    /** What every function does: GraalJS makes the nodes for it when it is first done, which may as well be in the image heap. */
    private static final Source TYPICAL = Source.newBuilder(ID,
            "(function main(json) { const value = JSON.parse(json); return JSON.stringify({ result: `Hello ${value.a}` }); })"
                    + "('{\"a\":[1,2.5,\"x\",null,true]}')",
            "typical.js").internal(true).buildLiteral();
    private static final String MODULE_TYPE = "application/javascript+module";
    private static final Pattern MODULE_SYNTAX = Pattern.compile("(?m)^\\s*export\\s");

    @Override
    public ScriptLanguage language() {
        return ScriptLanguage.JAVASCRIPT;
    }

    /** A prepared context is taken only by contexts with the options it was prepared with, so they are set in both places. */
    @Override
    public void configure(Context.Builder builder) {
        builder.option("js.esm-eval-returns-exports", "true");
        // For performance.now(): functions tell how long they took.
        builder.option("js.performance", "true").option("js.timer-resolution", "1");
    }

    @Override
    public void prepare(Context context) {
        CommonJs.prepare(context);
        context.eval(TYPICAL);
    }

    @Override
    public Value evaluate(Context context, ProgramFiles files) {
        Source.Builder source = Source.newBuilder(ID, files.mainSource(), files.mainFile());
        if (MODULE_SYNTAX.matcher(files.mainSource()).find()) {
            return context.eval(source.mimeType(MODULE_TYPE).buildLiteral());
        }
        CommonJs.defineModule(context);
        CommonJs.defineRequire(context, files);
        context.eval(source.buildLiteral());
        return CommonJs.scope(context, files);
    }

    /** GraalJS runs all pending jobs before it returns to Java, so a promise is settled by now or never will be. */
    @Override
    public Value settle(Value result) {
        if (!result.hasMembers() || !result.canInvokeMember("then")) {
            return result;
        }
        AtomicReference<Value> fulfilled = new AtomicReference<>();
        AtomicReference<Value> rejected = new AtomicReference<>();
        result.invokeMember("then", keep(fulfilled), keep(rejected));
        if (rejected.get() != null) {
            throw rejection(rejected.get());
        }
        if (fulfilled.get() == null) {
            throw new FunctionFailure(
                    "the function returned a promise that nothing can fulfil: there are no timers and no "
                            + "input in a function");
        }
        return fulfilled.get();
    }

    private static ProxyExecutable keep(AtomicReference<Value> slot) {
        return arguments -> {
            slot.set(arguments[0]);
            return arguments[0];
        };
    }

    private static RuntimeException rejection(Value reason) {
        if (reason.isException()) {
            return reason.throwException();
        }
        return new FunctionFailure("the function's promise was rejected with " + (reason
                .isString() ? reason.asString() : reason));
    }
}
