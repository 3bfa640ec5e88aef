/**
 * The functions that can be measured: what each needs, what it is given, and what it has to answer, alike on every
 * platform. Depends on workloads/services, on the functions, as classes or as resources, on what they are made of, and on
 * Jackson.
 */
package org.graalvisor.workloads.catalogue;
