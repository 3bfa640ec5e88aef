package org.graalvisor.runtime.dispatch;

/**
 * For how long nothing has begun or ended on a connection. Measured by the sweeps themselves, so that serving a request needs
 * no clock.
 */
final class ConnectionAge {
    private int transitions = -1;
    private long sinceNanos;

    /**
     * Tells the age.
     *
     * @param currentTransitions changes whenever something begins or ends
     * @param nowNanos the time
     * @return nanoseconds since the first sweep that saw this value
     */
    long observe(int currentTransitions, long nowNanos) {
        if (currentTransitions != transitions) {
            transitions = currentTransitions;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos;
    }
}
