/**
 * The systems under test behind one interface: start, ready, register, invoke, stop, processes to sample. Depends on
 * process, http, time and the baselines.
 */
package org.graalvisor.harness.platform;
