/**
 * Turns a trace into arrivals: when which function runs, for how long and with how much memory. A schedule is fixed by its
 * seed and known by its hash before anything runs. Depends on model and azure.
 */
package org.graalvisor.trace.schedule;
