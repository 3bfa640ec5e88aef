/**
 * Replays schedules of traces on real processes: which process runs the instances of which policy, what runs in place of a
 * trace's functions, memory of all instances, costs of one, the numbers of a replay. Depends on platform, process, sampler,
 * and on trace-replay, which decides what runs where and when.
 */
package org.graalvisor.harness.replay;
