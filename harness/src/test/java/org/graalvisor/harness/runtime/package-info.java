/** The real runtime, as a native executable and on HotSpot, with real function libraries. */
package org.graalvisor.harness.runtime;
