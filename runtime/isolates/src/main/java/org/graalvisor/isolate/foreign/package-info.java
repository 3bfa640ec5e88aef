/**
 * Function libraries called from HotSpot through {@code java.lang.foreign}: the adapter of the hosted runtime and of the
 * microbenchmarks. Depends on the parent package alone.
 */
package org.graalvisor.isolate.foreign;
