/**
 * Microbenchmarks: of isolates, driven from HotSpot through {@code java.lang.foreign} on the same function libraries that
 * the runtime hosts, and of the trace tools. Depends on isolates and trace-replay alone; started by the {@code jmh} command,
 * which writes results.
 */
package org.graalvisor.harness.jmh;
