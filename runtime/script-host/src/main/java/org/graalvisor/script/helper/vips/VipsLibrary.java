package org.graalvisor.script.helper.vips;

import java.util.List;
import java.util.Optional;
import org.graalvm.nativeimage.ImageInfo;

/** Finds libvips. */
public final class VipsLibrary {
    /** System property and environment variable that name another library, as a path or as the linker knows it. */
    public static final String SETTING = "GRAALVISOR_LIBVIPS";

    static final String BLOCK_UNTRUSTED = "vips_block_untrusted_set";

    private static final List<String> NAMES = List.of("libvips.so.42", "libvips-cpp.so.42");

    private VipsLibrary() {}

    /**
     * Loads the library, which later calls find loaded.
     *
     * @throws VipsException when there is none, or its symbols differ
     */
    public static Vips open() {
        List<String> names = names(Optional.ofNullable(System.getProperty(SETTING)).or(() -> Optional.ofNullable(System
                .getenv(SETTING))));
        // A native image sees a constant here and leaves the other adapter out.
        if (ImageInfo.inImageRuntimeCode()) {
            return NativeVips.open(names);
        }
        return ForeignVips.open(names);
    }

    static List<String> names(Optional<String> setting) {
        return setting.map(List::of).orElse(NAMES);
    }

    static VipsException missing(List<String> names, String reason) {
        return new VipsException("libvips cannot be loaded (tried " + String.join(", ", names) + "): " + reason
                + "; install it (Debian: libvips42) or name it by " + SETTING);
    }
}
