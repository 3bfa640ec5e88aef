package org.graalvisor.trace.generate;

import org.graalvisor.trace.model.Trigger;

/**
 * How common a trigger is.
 *
 * @param trigger which
 * @param functions share of all functions, from 0 to 1
 * @param invocations share of all invocations, from 0 to 1
 */
public record TriggerShare(Trigger trigger, double functions, double invocations) {}
