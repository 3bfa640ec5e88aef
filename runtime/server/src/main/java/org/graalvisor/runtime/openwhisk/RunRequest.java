package org.graalvisor.runtime.openwhisk;

import java.util.Map;

/**
 * What /run receives.
 *
 * @param value the action's arguments as they were sent: JSON of an object or an array
 * @param environment every other field, as the variable {@code __OW_<NAME>}
 */
record RunRequest(byte[] value, Map<String, String> environment) {}
