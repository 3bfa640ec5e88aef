/** Plain servers on HotSpot, the least a JVM per function can cost. Depends on the JDK alone. */
package org.graalvisor.baselines.jvm;
