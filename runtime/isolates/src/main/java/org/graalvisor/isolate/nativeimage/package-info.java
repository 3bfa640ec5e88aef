/**
 * Function libraries called from a native image through C function pointers: the adapter of the AOT-compiled runtime.
 * Depends on the parent package and the Native Image SDK.
 */
package org.graalvisor.isolate.nativeimage;
