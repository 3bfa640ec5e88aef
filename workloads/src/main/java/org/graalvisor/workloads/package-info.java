/**
 * The functions of Table 1, their inputs, the local services they use, and the validators of their outputs.
 */
package org.graalvisor.workloads;
