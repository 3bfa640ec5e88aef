package org.graalvisor.harness.experiment;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policies;
import org.graalvisor.trace.manage.Policy;

/**
 * The node that a trace is replayed on.
 *
 * @param capMb memory that instances may use together, in megabytes (2^20)
 * @param instanceMb size of instances that are not sized to a function, in megabytes
 * @param keepAliveMs how long an idle instance is kept, in milliseconds
 * @param reserveMb memory of this machine that has to stay available, or the replay ends, in megabytes
 */
record ReplayNode(long capMb, long instanceMb, long keepAliveMs, long reserveMb) {
    private static final int MB_BITS = 20;

    /** The paper's rules: what does not fit is ignored, idle instances make room. */
    ManagerOptions options() {
        return ManagerOptions.paper(capMb << MB_BITS).withKeepAlive(TimeUnit.MILLISECONDS.toMicros(keepAliveMs));
    }

    Policy policy(String name) {
        return Policies.named(name, instanceMb << MB_BITS);
    }

    long reserveBytes() {
        return reserveMb << MB_BITS;
    }

    Map<String, Object> toMap() {
        return Map.of("capMb", capMb, "instanceMb", instanceMb, "keepAliveMs", keepAliveMs, "reserveMb", reserveMb);
    }
}
