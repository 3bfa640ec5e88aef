/**
 * Drawings of schedules and simulations: panels below each other over one axis, as PNG and SVG. Knows numbers and labels
 * only. Depends on nothing else of this module but its exception.
 */
package org.graalvisor.trace.figure;
