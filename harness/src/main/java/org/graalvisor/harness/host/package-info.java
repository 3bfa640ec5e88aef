/** What this machine is and which tools it has. Depends on platform for finding executables. */
package org.graalvisor.harness.host;
