/** Judges how far a cell may be trusted. Depends on load, sampler and the Verdict of the results module. */
package org.graalvisor.harness.verdict;
