/** Tables of what can be run, for a terminal and for documents. Depends on the catalogue of workloads. */
package org.graalvisor.harness.listing;
