/**
 * OpenWhisk's action proxies and Photons as systems under test: how functions written for the runtime are handed to them.
 * Depends on platform, on the proxies of baselines and on Gson for their messages.
 */
package org.graalvisor.harness.platform.openwhisk;
