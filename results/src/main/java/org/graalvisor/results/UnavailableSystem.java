package org.graalvisor.results;

/**
 * A system of the experiment that this machine cannot run, so no cell exists for it.
 *
 * @param name the platform's name
 * @param reason what is missing
 */
public record UnavailableSystem(String name, String reason) {}
