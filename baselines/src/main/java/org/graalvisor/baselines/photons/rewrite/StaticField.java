package org.graalvisor.baselines.photons.rewrite;

/**
 * A static field that each invocation has its own copy of.
 *
 * @param owner internal name of the class that declares it
 * @param name its name
 * @param descriptor its type
 */
record StaticField(String owner, String name, String descriptor) {}
