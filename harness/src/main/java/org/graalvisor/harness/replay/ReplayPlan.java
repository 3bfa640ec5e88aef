package org.graalvisor.harness.replay;

import java.util.function.BooleanSupplier;
import org.graalvisor.trace.manage.ManagerOptions;
import org.graalvisor.trace.manage.Policy;
import org.graalvisor.trace.replay.ReplayOptions;
import org.graalvisor.trace.schedule.Schedule;

/**
 * What is replayed.
 *
 * @param schedule what arrives
 * @param policy which functions share an instance
 * @param node memory, keep-alive, eviction
 * @param limits timeouts
 * @param memoryReserveBytes memory of the machine that must stay available
 * @param stop true ends the replay early
 */
public record ReplayPlan(Schedule schedule, Policy policy, ManagerOptions node, ReplayOptions limits,
        long memoryReserveBytes, BooleanSupplier stop) {}
