/** JSON as it goes over the wire. Depends on the JDK alone. */
package org.graalvisor.baselines.json;
