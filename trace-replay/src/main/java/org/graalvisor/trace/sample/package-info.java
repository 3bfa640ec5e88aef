/** Takes smaller traces from larger ones, seeded and nested. Depends on model and inspect. */
package org.graalvisor.trace.sample;
