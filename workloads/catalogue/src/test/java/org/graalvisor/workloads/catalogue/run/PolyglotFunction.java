package org.graalvisor.workloads.catalogue.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.script.helper.HostApi;
import org.graalvisor.script.python.PythonSupport;
import org.graalvisor.workloads.catalogue.SourceFile;
import org.graalvisor.workloads.catalogue.Workload;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A script function in a context of its own, with what it is granted and nothing else. */
final class PolyglotFunction implements AutoCloseable {
    private final Context context;
    private final Value main;

    PolyglotFunction(Engine engine, ScriptLanguage language, Workload workload, String grants) {
        String id = language.polyglotId();
        context = Context.newBuilder(id).engine(engine).allowIO(IOAccess.NONE).allowHostAccess(HostAccess.newBuilder(
                HostAccess.NONE).allowBufferAccess(true).build()).build();
        HostApi.of(Grants.parse(grants), language, language == ScriptLanguage.PYTHON
                ? new PythonSupport()::buffer
                : ByteBuffer::wrap).ifPresent(api -> context.getBindings(id).putMember("graalvisor",
                        api));
        if (workload.sources().size() > 1) {
            context.getBindings(id).putMember("require", modules(workload.sources()));
        }
        context.eval(id, text(workload.sources().getFirst()));
        main = context.getBindings(id).getMember(workload.entryPoint());
    }

    static Engine engine() {
        return Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
    }

    String invoke(String argumentsJson) {
        Value result = main.execute(argumentsJson);
        if (result.isString()) {
            return result.asString();
        }
        AtomicReference<Value> fulfilled = new AtomicReference<>();
        AtomicReference<Value> rejected = new AtomicReference<>();
        result.invokeMember("then", keep(fulfilled), keep(rejected));
        if (rejected.get() != null) {
            throw rejected.get().throwException();
        }
        return fulfilled.get().asString();
    }

    private static ProxyExecutable keep(AtomicReference<Value> place) {
        return values -> {
            place.set(values[0]);
            return values[0];
        };
    }

    private ProxyExecutable modules(List<SourceFile> sources) {
        return names -> {
            SourceFile source = sources.stream().filter(file -> ("./" + file.name()).equals(names[0].asString()))
                    .findFirst().orElseThrow();
            return context.eval("js", "(() => { const module = { exports: {} }, exports = module.exports;\n" + text(
                    source) + "\nreturn module.exports; })()");
        };
    }

    private static String text(SourceFile source) {
        return new String(source.content(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close(true);
    }
}
