/**
 * The runtime as a HotSpot process, for developing functions without building images and for measuring what those bring: script
 * functions run in polyglot contexts of this process, Java functions in their libraries. Depends on server, isolates and the
 * language modules.
 */
package org.graalvisor.hosted;
