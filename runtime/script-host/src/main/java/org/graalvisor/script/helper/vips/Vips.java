package org.graalvisor.script.helper.vips;

/** What is used of libvips. Safe for several threads. */
public interface Vips {

    /**
     * Shrinks an image so that it fits into a box, keeping its proportions; a smaller image is enlarged.
     *
     * @param image in any format libvips reads
     * @param width of the box, pixels
     * @param height of the box, pixels
     * @return a JPEG
     * @throws VipsException when it is no image
     */
    byte[] thumbnail(byte[] image, int width, int height);
}
