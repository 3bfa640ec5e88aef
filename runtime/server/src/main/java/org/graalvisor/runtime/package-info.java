/**
 * The Graalvisor runtime as a process: command line, start, end. One code base for HotSpot and for a native image, so nothing on
 * the way to the first reply uses reflection, regular expressions, formatters or loggers. Depends on all packages below and on
 * isolates.
 */
package org.graalvisor.runtime;
