/**
 * What a script function is: its language, its source, its entry point and what it may do, and the form in which the runtime
 * hands it to an isolate. Depends on nothing.
 */
package org.graalvisor.program;
