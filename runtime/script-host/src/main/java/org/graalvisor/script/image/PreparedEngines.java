package org.graalvisor.script.image;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.graalvisor.program.ScriptProgram;
import org.graalvisor.script.ContextMaker;
import org.graalvisor.script.EngineOptions;
import org.graalvisor.script.LanguageSupport;
import org.graalvm.polyglot.Context;

/**
 * Two engines in the image heap, each with a context ready for use: one whose code only one context ever runs, and one whose code
 * many contexts share.
 *
 * <p>
 * Truffle prepares contexts only of the first kind, and hands them only to contexts that make their own engine, which can
 * never have a second context. So the second kind is prepared here, taken in the same way, and its engine is declared an
 * ordinary one afterwards.
 *
 * @param slot where Truffle takes a prepared engine from
 * @param exclusive the engine for one context
 * @param shared the engine for many
 */
record PreparedEngines(AtomicReference<Object> slot, Object exclusive, SharedEngine shared)
        implements
            Function<ScriptProgram, ContextMaker> {

    /**
     * As many as the figures use, above the four that share an isolate by default: a context that failed is not used
     * again, and its successor is ready, too. Further ones are made from scratch.
     */
    private static final int SHARED_CONTEXTS = 10;

    static PreparedEngines prepare(LanguageSupport support, TruffleInternals internals) {
        String language = support.language().polyglotId();
        Runnable preparation = () -> support.prepare(Context.getCurrent());
        return new PreparedEngines(internals.preparedEngineSlot(), internals.prepareExclusive(language, preparation),
                internals.prepareShared(language, SHARED_CONTEXTS, preparation));
    }

    @Override
    public ContextMaker apply(ScriptProgram program) {
        Map<String, String> options = EngineOptions.of(program);
        return program.contexts() == 1
                ? builder -> buildExclusive(builder.options(options))
                : new SharedContextMaker(this, options);
    }

    private Context buildExclusive(Context.Builder builder) {
        slot.set(exclusive);
        return builder.build();
    }
}
