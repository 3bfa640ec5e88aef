package org.graalvisor.harness.load;

import java.util.function.Supplier;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.ReplyCheck;

/**
 * Where load goes.
 *
 * @param invokers opens one connection per worker
 * @param invocation what is sent
 * @param check what a correct reply is
 */
public record LoadTarget(Supplier<Invoker> invokers, Invocation invocation, ReplyCheck check) {}
