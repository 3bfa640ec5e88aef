/**
 * The local resource manager of the paper's §4.4: which instance an invocation goes to, when instances start and stop, and
 * what does not fit. Knows no clock and no threads: time is an argument, so that the same classes manage real platforms and
 * simulated ones. Depends on schedule for the description of functions.
 */
package org.graalvisor.trace.manage;
