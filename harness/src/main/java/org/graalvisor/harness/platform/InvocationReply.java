package org.graalvisor.harness.platform;

/**
 * What came back.
 *
 * @param status HTTP status code
 * @param body the reply
 */
public record InvocationReply(int status, byte[] body) {}
