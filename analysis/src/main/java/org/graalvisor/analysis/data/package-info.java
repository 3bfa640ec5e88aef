/**
 * Results as the analysis sees them: cells without invalid data, grouped over independent runs. Depends on the module results
 * and on {@code statistics}.
 */
package org.graalvisor.analysis.data;
