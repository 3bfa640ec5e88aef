/**
 * OpenWhisk's action protocol, spoken in place of the runtime's own: /init, /run, logs and their sentinels. Depends on dispatch,
 * http, error, function and time.
 */
package org.graalvisor.runtime.openwhisk;
