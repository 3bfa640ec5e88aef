/**
 * The on-disk schema of a run, its writer and its reader.
 *
 * <p>
 * A run lives in {@code <root>/runs/<experiment>/<run-id>/}; a committed reference run of this project lives in
 * {@code <root>/reference/<experiment>/<run-id>/} and has the same shape: a {@code manifest.json} and one folder per attempt at
 * a cell, {@code cells/<cell-id>/attempt-N/}, that is complete once it holds a {@code DONE} marker. Start at
 * {@link org.graalvisor.results.RunStore}.
 *
 * <p>
 * May depend on Jackson, Commons CSV and HdrHistogram; depends on no other module.
 */
package org.graalvisor.results;
