/**
 * Makes traces from published distributions, so that nothing has to be downloaded. Each distribution is a named parameter
 * with its source. Depends on model.
 */
package org.graalvisor.trace.generate;
