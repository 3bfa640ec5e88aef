package org.graalvisor.trace.model;

/**
 * Names one application of a trace.
 *
 * @param owner hash of the tenant
 * @param app hash of the application
 */
public record AppKey(String owner, String app) {}
