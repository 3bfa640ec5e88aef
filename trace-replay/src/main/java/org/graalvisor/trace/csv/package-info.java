/**
 * Reads comma-separated files, columns by name, with errors that name file, line and column. Commons CSV does the parsing: a
 * full day (146 MB, 67 million fields) takes it 1.5 s. Depends on nothing but errors.
 */
package org.graalvisor.trace.csv;
