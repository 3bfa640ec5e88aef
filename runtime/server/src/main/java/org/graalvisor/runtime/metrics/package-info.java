/** Numbers the runtime publishes about itself, and their text form. Depends on nothing. */
package org.graalvisor.runtime.metrics;
