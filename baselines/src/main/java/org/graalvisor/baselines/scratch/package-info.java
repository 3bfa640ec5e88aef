/** Temporary directories that do not outlive their processes for long. Depends on the JDK alone. */
package org.graalvisor.baselines.scratch;
