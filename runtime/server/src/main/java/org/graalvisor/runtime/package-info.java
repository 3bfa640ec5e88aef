/**
 * The Graalvisor runtime: one HTTP end-point, a function cache, a pool of isolates. Depends on isolates.
 */
package org.graalvisor.runtime;
