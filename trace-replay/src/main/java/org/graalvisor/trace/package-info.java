/**
 * Reads, samples or generates a trace, turns it into a schedule, and replays it on a platform or simulates it in virtual time. Nothing is here yet: it follows the polyglot runtime and the baselines.
 */
package org.graalvisor.trace;
