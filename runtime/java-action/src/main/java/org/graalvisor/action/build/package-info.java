/** Prepares an action's jar for being compiled ahead of time. Depends on the JDK's class file API. */
package org.graalvisor.action.build;
