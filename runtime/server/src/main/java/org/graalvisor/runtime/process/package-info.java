/** What this process owns outside itself, named so that a later process can tell whether the owner still lives. Depends on nothing. */
package org.graalvisor.runtime.process;
