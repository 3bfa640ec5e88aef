/**
 * Memory and processor time of process trees, and what the machine did to the measurement. Parsers are separate from
 * readers of /proc. Depends on process and the records of the results module.
 */
package org.graalvisor.harness.sampler;
