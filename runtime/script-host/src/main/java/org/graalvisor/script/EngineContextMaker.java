package org.graalvisor.script;

import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** The plain way, through an explicit engine; used on HotSpot. */
final class EngineContextMaker implements ContextMaker {
    private final Engine engine;

    EngineContextMaker(Map<String, String> options) {
        engine = Engine.newBuilder().allowExperimentalOptions(true).option("engine.WarnInterpreterOnly", "false")
                .options(options).build();
    }

    @Override
    public Context build(Context.Builder builder) {
        return builder.engine(engine).build();
    }
}
