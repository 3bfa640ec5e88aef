/** The end-point's paths: registration, invocation, deregistration, health, metrics, and the choice of the protocol. Depends on all other packages but the root. */
package org.graalvisor.runtime.service;
