package org.graalvisor.trace.replay;

import java.util.OptionalLong;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param isCorrect whether the reply is what the function has to answer
 * @param execTimeUs execution time as the function reports it
 */
public record InvocationReply(int status, boolean isCorrect, OptionalLong execTimeUs) {}
