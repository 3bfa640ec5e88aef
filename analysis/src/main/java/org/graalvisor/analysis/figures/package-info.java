/**
 * The paper's figures redrawn from results, each with the table behind it. Depends on {@code data}, {@code statistics} and
 * XChart.
 */
package org.graalvisor.analysis.figures;
