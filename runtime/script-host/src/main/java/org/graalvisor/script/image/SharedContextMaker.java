package org.graalvisor.script.image;

import com.oracle.svm.core.SubstrateUtil;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.script.ContextMaker;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** Takes a prepared context while there are any; the engine of the first serves all that follow. */
final class SharedContextMaker implements ContextMaker {
    private final PreparedEngines engines;
    private final Map<String, String> options;
    private Optional<Engine> engine = Optional.empty();
    private int taken;

    SharedContextMaker(PreparedEngines engines, Map<String, String> options) {
        this.engines = engines;
        this.options = options;
    }

    @Override
    public synchronized Context build(Context.Builder builder) {
        offerPrepared();
        if (engine.isPresent()) {
            return builder.engine(engine.get()).build();
        }
        engines.slot().set(engines.shared().engine());
        Context first = builder.options(options).option("engine.ForceCodeSharing", "true").build();
        SubstrateUtil.cast(engines.shared().engine(), PolyglotEngine.class).boundEngine = false;
        engine = Optional.of(first.getEngine());
        return first;
    }

    private void offerPrepared() {
        if (taken < engines.shared().contexts().size()) {
            SubstrateUtil.cast(engines.shared().code(), SharedCode.class).preInitializedContext = SubstrateUtil.cast(
                    engines.shared().contexts().get(taken), PolyglotContext.class);
            taken++;
        }
    }
}
