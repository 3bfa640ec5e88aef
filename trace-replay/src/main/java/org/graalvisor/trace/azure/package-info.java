/**
 * The files Microsoft publishes: reads and writes the three tables a day of the 2019 trace, and reads the rows of the 2021
 * trace. Depends on model and csv.
 */
package org.graalvisor.trace.azure;
