/**
 * Medians, bootstrap intervals over runs, percentiles that refuse thin data, means of ratios. Depends on HdrHistogram only.
 */
package org.graalvisor.analysis.statistics;
