/**
 * Entry point of the analysis: {@link org.graalvisor.analysis.ReportWriter} turns a results folder into figures, tables, claims
 * and one report. Everything below is a pure function of the results: same input, same bytes.
 *
 * <p>
 * Data flows one way: {@code data} (what was measured) and {@code statistics} → {@code figures} and {@code claims} →
 * {@code report}. Depends on the module results alone.
 */
package org.graalvisor.analysis;
