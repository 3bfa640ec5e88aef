package org.graalvisor.trace.model;

/**
 * Names one function of a trace.
 *
 * @param owner hash of the tenant
 * @param app hash of the application
 * @param function hash of the function
 */
public record FunctionKey(String owner, String app, String function) {

    /** Returns the application it belongs to. */
    public AppKey appKey() {
        return new AppKey(owner, app);
    }
}
