/**
 * Load generators: closed loop, and open loop from a schedule made before the run. Every invocation leaves three stamps.
 * Depends on platform, time and the records of the results module.
 */
package org.graalvisor.harness.load;
