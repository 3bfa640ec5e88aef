/** Local services that functions use. Depends on the JDK alone. */
package org.graalvisor.workloads.services;
