/** The programs: the runtime as a native executable and on HotSpot. The one place that chooses an adapter of isolates. */
package org.graalvisor.runtime.main;
