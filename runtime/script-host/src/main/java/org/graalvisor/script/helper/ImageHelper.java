package org.graalvisor.script.helper;

import java.util.Optional;
import org.graalvisor.script.helper.vips.Vips;
import org.graalvisor.script.helper.vips.VipsException;
import org.graalvisor.script.helper.vips.VipsLibrary;

/** Makes thumbnails. Pixels live in libvips's own memory, which no isolate's budget bounds. */
final class ImageHelper {
    private static final int MAX_SIDE_PIXELS = 4_096;

    private Optional<Vips> vips = Optional.empty();

    byte[] thumbnail(Arguments arguments) {
        byte[] image = arguments.bytes(0, "bytes");
        int width = arguments.number(1, "width", 1, MAX_SIDE_PIXELS);
        int height = arguments.number(2, "height", 1, MAX_SIDE_PIXELS);
        try {
            if (vips.isEmpty()) {
                vips = Optional.of(VipsLibrary.open());
            }
            return vips.orElseThrow().thumbnail(image, width, height);
        } catch (VipsException e) {
            throw new HelperException(e.getMessage());
        }
    }
}
