/** Inputs of functions, generated from a seed and therefore the same in any two runs. Depends on the JDK and on ffmpeg. */
package org.graalvisor.workloads.catalogue.input;
