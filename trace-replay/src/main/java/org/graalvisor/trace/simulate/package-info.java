/**
 * Runs the resource manager in virtual time, with costs of starting, memory and overhead taken from a model instead of
 * real instances. Depends on manage and schedule.
 */
package org.graalvisor.trace.simulate;
