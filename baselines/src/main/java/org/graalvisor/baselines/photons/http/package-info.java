/**
 * The end-point: the same paths, fields, replies and errors as the Graalvisor runtime's, so that one load generator drives
 * both. Depends on {@code rewrite}, on {@code json}, on the JDK's HTTP server and on Gson, which checks arguments.
 */
package org.graalvisor.baselines.photons.http;
