/** The command line: one class per command. Depends on every other package of the rig, and on analysis for reports. */
package org.graalvisor.harness.cli;
