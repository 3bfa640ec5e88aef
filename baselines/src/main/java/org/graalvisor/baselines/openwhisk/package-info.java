/**
 * OpenWhisk's runtimes as the paper compares Graalvisor with them: one process per function, one invocation at a time.
 * Finds and starts the three action proxies. Depends on the JDK and on {@code hotspot}, which is the proxy for Java.
 */
package org.graalvisor.baselines.openwhisk;
