/**
 * Reading configuration: every error names file, line and value and the nearest valid name, and all errors are reported
 * at once. Depends on no other package of the rig.
 */
package org.graalvisor.harness.config;
