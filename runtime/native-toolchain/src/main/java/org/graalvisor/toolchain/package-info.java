/**
 * Finds a GraalVM or assembles the Native Image builder, drives it, and caches its images. Depends on no other module.
 */
package org.graalvisor.toolchain;
