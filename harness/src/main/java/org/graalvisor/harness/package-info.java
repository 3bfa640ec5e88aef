/**
 * The rig: platforms, load generators, samplers, experiments and the command line.
 */
package org.graalvisor.harness;
