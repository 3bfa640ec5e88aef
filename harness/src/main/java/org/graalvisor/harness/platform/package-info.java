/**
 * The systems under test behind one interface: start, ready, register, invoke, stop, processes to sample. Depends on
 * process, http and time.
 */
package org.graalvisor.harness.platform;
