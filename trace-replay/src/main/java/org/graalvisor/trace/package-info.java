/**
 * Azure Functions traces: read, sample or generate one, turn it into a schedule, and replay it on a platform or simulate
 * it in virtual time. Holds what every sub-package needs: the typed error, seeds and progress. Depends on nothing.
 */
package org.graalvisor.trace;
