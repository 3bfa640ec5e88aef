/**
 * OpenWhisk's action proxy for Java: the action runs in this process, on HotSpot. Depends on {@code json}, on the JDK and on
 * Gson, the library such actions are written against. Nothing else, since what it loads is part of what is measured.
 */
package org.graalvisor.baselines.openwhisk.hotspot;
