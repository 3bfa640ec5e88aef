/**
 * The static state of invocations: what rewritten functions call while they run. The only package of this project that
 * functions see. Depends on the JDK alone.
 */
package org.graalvisor.baselines.photons.state;
