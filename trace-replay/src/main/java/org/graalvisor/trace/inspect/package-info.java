/** Says what is in a trace. Depends on model. */
package org.graalvisor.trace.inspect;
