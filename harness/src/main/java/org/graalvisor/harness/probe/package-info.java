/**
 * Runs programs that measure themselves and reads what they print: the isolate probe, alone or under strace. Depends on
 * process and the records of the results module.
 */
package org.graalvisor.harness.probe;
