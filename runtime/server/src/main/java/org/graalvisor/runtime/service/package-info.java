/** The end-point's paths: registration, invocation, deregistration, health, metrics. Depends on all other packages but the root. */
package org.graalvisor.runtime.service;
