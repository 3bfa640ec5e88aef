package org.graalvisor.runtime.openwhisk;

import java.util.Map;

/**
 * What /init receives.
 *
 * @param main the entry point, empty when there was none
 * @param code source text or an archive in base64 for scripts, the decoded library for Java; empty when there was none
 * @param binary whether a script's code is base64
 * @param environment variables the action asks for, by name
 */
record InitRequest(String main, byte[] code, boolean binary, Map<String, String> environment) {
    /** Copies the variables. */
    InitRequest {
        environment = Map.copyOf(environment);
    }
}
