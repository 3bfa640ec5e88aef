/**
 * The systems under test behind one interface: start, ready, register, invoke, stop, processes to sample. Depends on
 * process, http, time, config, the baselines and the catalogue of workloads.
 */
package org.graalvisor.harness.platform;
