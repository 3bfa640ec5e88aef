/** The clock of the rig, real and virtual. Depends on nothing. */
package org.graalvisor.harness.time;
