/**
 * Thumbnails by libvips, a C library of the host that is looked for when it is first needed: one interface, an adapter for HotSpot
 * and one for native images. Depends on the JDK and the Native Image SDK.
 */
package org.graalvisor.script.helper.vips;
