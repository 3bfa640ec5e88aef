/** The trace commands, to be mounted below the launcher's. {@link org.graalvisor.trace.cli.TraceCommand} holds all of them. */
package org.graalvisor.trace.cli;
