/**
 * Costs of systems for the simulator of traces, taken from results of this harness. Reads results through analysis and
 * writes the cost models of trace-replay, which knows neither.
 */
package org.graalvisor.harness.costs;
