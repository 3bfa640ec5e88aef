package org.graalvisor.workloads.java;

import java.io.IOException;
import org.graalvisor.script.helper.vips.Vips;
import org.graalvisor.script.helper.vips.VipsLibrary;

/**
 * Fetches a photo, shrinks it into a box and stores the JPEG (Table 1, SeBS 210.thumbnailer). Calls libvips, as the paper's function
 * does through JVips: the JDK's own image library, which the Photons benchmarks use, needs AWT, and so do JPEG readers in Java.
 */
public final class Thumbnail {
    private Thumbnail() {}

    /**
     * Shrinks a photo.
     *
     * @param argumentsJson {@code {"url":"http://…","output":"http://…","width":w,"height":h}}, sides of the box in pixels
     * @return {@code {"bytes":n,"sha256":"…","exec_time_us":t}}, the answer to the upload and a time
     * @throws IOException when the photo cannot be fetched or the thumbnail not stored
     */
    public static String main(String argumentsJson) throws IOException {
        long startNs = System.nanoTime();
        JsonArguments arguments = JsonArguments.parse(argumentsJson);
        byte[] photo = Http.get(arguments.text("url"));
        byte[] thumbnail = Library.VIPS.thumbnail(photo, Math.toIntExact(arguments.count("width")), Math.toIntExact(
                arguments.count("height")));
        JsonArguments stored = Http.store(arguments.text("output"), thumbnail);
        return "{\"bytes\":" + stored.count("bytes") + ",\"sha256\":\"" + stored.text("sha256")
                + "\",\"exec_time_us\":" + (System.nanoTime() - startNs) / 1000 + "}";
    }

    /** Loaded with the first photo. */
    private static final class Library {
        private static final Vips VIPS = VipsLibrary.open();
    }
}
