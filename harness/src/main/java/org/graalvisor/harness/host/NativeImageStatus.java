package org.graalvisor.harness.host;

import org.graalvisor.harness.platform.Availability;

/** Tells which Native Image builder would be used, without building anything. */
@FunctionalInterface
public interface NativeImageStatus {

    /** Returns the version and kind of the builder, or why there is none. */
    Availability status();
}
