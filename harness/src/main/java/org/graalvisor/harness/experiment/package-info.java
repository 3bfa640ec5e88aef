/**
 * Experiments: what is measured (one YAML file each), which cells that makes, and how cells are run and resumed. Depends
 * on every other package of the rig but the command line.
 */
package org.graalvisor.harness.experiment;
