/** What a trace says, in memory: functions, their invocations per minute, durations and memory. Depends on nothing but errors. */
package org.graalvisor.trace.model;
