/** Graalvisor as a platform of the OpenWhisk conformance suite. Depends on build, platform and the baselines' suite. */
package org.graalvisor.harness.conformance;
