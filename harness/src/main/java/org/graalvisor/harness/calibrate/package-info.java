/** What the kernel primitives below every sandbox cost on this machine. Depends on process for the C library. */
package org.graalvisor.harness.calibrate;
