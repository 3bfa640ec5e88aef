/**
 * Tables and numbers as text, the same under every default locale. Depends on {@code statistics} and Commons CSV.
 */
package org.graalvisor.analysis.tables;
