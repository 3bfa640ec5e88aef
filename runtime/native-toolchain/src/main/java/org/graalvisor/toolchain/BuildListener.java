package org.graalvisor.toolchain;

/** Hears of the progress of an image build, which takes minutes. */
public interface BuildListener {

    /**
     * A build begins; not called for an image that is in the cache.
     *
     * @param image file name of the image
     */
    void started(String image);

    /**
     * The builder printed a line.
     *
     * @param image file name of the image
     * @param line such as {@code [2/8] Performing analysis...  [****]  (21.3s @ 0.60GB)}
     */
    void progressed(String image, String line);

    /**
     * The build ended well.
     *
     * @param image file name of the image
     * @param seconds it took
     * @param bytes of the image
     */
    void finished(String image, double seconds, long bytes);
}
