package org.graalvisor.runtime.service;

import org.graalvisor.runtime.time.NanoClock;

/**
 * What a server measures time with.
 *
 * @param time that passes
 * @param threadCpu how long the calling thread has run on a processor
 */
public record ServerClocks(NanoClock time, NanoClock threadCpu) {}
