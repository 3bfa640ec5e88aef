/**
 * Measures the creation of isolates from inside a process that hosts nothing else. Depends on isolates and program alone; not used by
 * the server.
 */
package org.graalvisor.runtime.probe;
