/**
 * The project's claims as inequalities over results. Depends on {@code data} and {@code statistics}.
 */
package org.graalvisor.analysis.claims;
