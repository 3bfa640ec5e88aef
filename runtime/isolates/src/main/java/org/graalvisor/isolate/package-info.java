/**
 * Loading a function's shared library, creating its isolates and calling into them, from HotSpot and from a native image. Depends on no other module.
 */
package org.graalvisor.isolate;
