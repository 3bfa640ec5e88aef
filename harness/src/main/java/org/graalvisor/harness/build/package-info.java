/**
 * What has to be built before anything can be measured: the native executable of the runtime and the libraries of the
 * functions. Depends on the native toolchain and on the modules whose jars go into the images.
 */
package org.graalvisor.harness.build;
