package org.graalvisor.trace.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.MemoryProfile;
import org.graalvisor.trace.model.TraceFunction;

/**
 * Gives the applications of a trace to other owners and changes nothing else: what would happen if owners had more
 * applications. With the same seed, owners of a smaller mean lie within those of a larger one.
 */
public final class OwnerGrouping {
    private static final double TWO_TO_63 = 0x1p63;

    private OwnerGrouping() {}

    /**
     * Regroups a trace.
     *
     * @param trace with its own owners
     * @param appsPerOwner mean applications per owner, from 1; their number is geometrically distributed
     * @param seed which applications belong together
     */
    public static AzureTrace regrouped(AzureTrace trace, double appsPerOwner, long seed) {
        if (!(appsPerOwner >= 1)) {
            throw new TraceException("An owner cannot have " + appsPerOwner
                    + " applications on average: give a number from 1.");
        }
        long root = Seeds.split(seed, "owners of applications");
        Map<AppKey, AppKey> names = new LinkedHashMap<>();
        int owner = 0;
        for (TraceFunction function : trace.functions()) {
            AppKey app = function.key().appKey();
            if (names.containsKey(app)) {
                continue;
            }
            names.put(app, new AppKey("owner" + owner, app.app()));
            double draw = (Seeds.split(root, app.app()) >>> 1) / TWO_TO_63;
            owner += draw * appsPerOwner < 1 ? 1 : 0;
        }
        List<TraceFunction> functions = trace.functions().stream().map(f -> new TraceFunction(new FunctionKey(names.get(
                f
                        .key().appKey()).owner(), f.key().app(), f.key().function()), f.trigger(), f.invocations(), f
                                .duration()))
                .toList();
        Map<AppKey, MemoryProfile> memory = new LinkedHashMap<>();
        trace.memory().forEach((app, profile) -> memory.put(names.getOrDefault(app, app), profile));
        return new AzureTrace(trace.name() + "-apps" + appsPerOwner, trace.days(), functions, memory, trace.dirt());
    }
}
