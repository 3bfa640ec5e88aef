package org.graalvisor.trace.inspect;

import org.graalvisor.trace.model.Trigger;

/**
 * How common a trigger is.
 *
 * @param trigger which
 * @param functions functions that have it
 * @param invocations their invocations
 */
public record TriggerLine(Trigger trigger, long functions, long invocations) {}
