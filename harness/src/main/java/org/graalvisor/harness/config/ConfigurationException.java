package org.graalvisor.harness.config;

import java.util.List;

/** A configuration or a command line that cannot be used. Holds every error found, not just the first. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param errors one sentence each
     */
    public ConfigurationException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }
}
