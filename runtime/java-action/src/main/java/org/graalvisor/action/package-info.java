/**
 * What is compiled into the library of an OpenWhisk action: it finds the entry point, hands it JSON objects or text, and stands in
 * for the environment and the exit of a process of its own. Depends on Gson.
 */
package org.graalvisor.action;
