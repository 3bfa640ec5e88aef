/** The Java functions of Table 1: plain classes with a static method from JSON text to JSON text. */
package org.graalvisor.workloads.java;
