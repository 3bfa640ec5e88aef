/**
 * The runtime of "Photons: Lambdas on a diet" (SoCC'20), as a process: concurrent invocations of one Java function in one
 * JVM, each with its own copy of the function's static state. Puts {@code rewrite}, {@code state} and {@code http}
 * together. Depends on those, on Gson and on the JDK.
 */
package org.graalvisor.baselines.photons;
