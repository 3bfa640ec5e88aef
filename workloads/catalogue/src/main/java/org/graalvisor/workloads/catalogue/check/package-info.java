/** What makes a function's answer correct, told by bytes alone and never by who made them. Depends on Jackson. */
package org.graalvisor.workloads.catalogue.check;
