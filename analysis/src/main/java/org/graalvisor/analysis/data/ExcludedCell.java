package org.graalvisor.analysis.data;

/**
 * A planned cell whose data is not used.
 *
 * @param experiment name of the experiment
 * @param cell the cell's id
 * @param reason its INVALID verdict, or that no attempt is complete
 */
public record ExcludedCell(String experiment, String cell, String reason) {}
