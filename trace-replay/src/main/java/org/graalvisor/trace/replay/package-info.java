/**
 * Replays a schedule on instances that somebody else knows how to start: open loop, three stamps an invocation, everything
 * started is ended. The same code runs in real and in virtual time. Depends on manage, schedule, simulate (for the cost
 * model of imitated instances) and the records of the results module.
 */
package org.graalvisor.trace.replay;
