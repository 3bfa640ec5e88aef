/**
 * Rewrites a function's classes so that each invocation has its own static state, and refuses functions of which that
 * would not be true. Depends on {@code state} and on the JDK, whose java.lang.classfile reads and writes the classes.
 */
package org.graalvisor.baselines.photons.rewrite;
