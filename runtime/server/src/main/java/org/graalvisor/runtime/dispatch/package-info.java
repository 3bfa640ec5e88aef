/**
 * Connections, the global thread pool that serves them, and the overseer that watches the threads. One thread at a time
 * polls; it serves what it finds itself as long as that is quick, and lets another thread poll before it does anything slow.
 * Depends on http, error and time.
 */
package org.graalvisor.runtime.dispatch;
