/** Limits the processor time of threads through control groups, version 1 or 2, where the machine allows it. Depends on error and process. */
package org.graalvisor.runtime.cpu;
