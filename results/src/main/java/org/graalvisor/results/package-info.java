/**
 * The on-disk schema of a run, its writer and its reader. Depends on no other module.
 */
package org.graalvisor.results;
