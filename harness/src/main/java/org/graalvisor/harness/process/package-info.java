/**
 * Starting, finding, pinning and ending operating system processes. Depends on the C library through
 * java.lang.foreign and on /proc; on no other package of the rig.
 */
package org.graalvisor.harness.process;
