/**
 * Statistics, figures, report and claims: pure functions of results. Depends on results alone.
 */
package org.graalvisor.analysis;
