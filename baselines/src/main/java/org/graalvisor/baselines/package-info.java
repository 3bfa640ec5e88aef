/**
 * The runtimes Graalvisor is compared with.
 */
package org.graalvisor.baselines;
