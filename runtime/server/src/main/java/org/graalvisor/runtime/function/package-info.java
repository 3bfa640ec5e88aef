/**
 * Registered functions: their code on disk, their libraries, their pools of isolates. Knows nothing of HTTP. Depends on
 * isolates, cpu, error, process and time.
 */
package org.graalvisor.runtime.function;
