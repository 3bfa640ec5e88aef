/**
 * What OpenWhisk expects of a runtime, as a list of items, each checked through HTTP and the runtime's logs alone, so that
 * the same list runs against the baselines and against Graalvisor. Depends on {@code openwhisk}, Gson and the JDK, whose
 * Java compiler makes the Java actions.
 */
package org.graalvisor.baselines.openwhisk.conformance;
