/** Which classes a Java function is made of, and one jar of just these. Depends on the JDK alone. */
package org.graalvisor.workloads.catalogue.code;
