/**
 * One self-contained HTML page from figures, tables and claims. Depends on {@code figures}, {@code claims} and {@code data}.
 */
package org.graalvisor.analysis.report;
