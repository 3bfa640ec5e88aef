package org.graalvisor.workloads.catalogue.check;

/** Tells whether stored content is what a function should have made. */
public sealed interface ContentCheck permits JpegCheck, ZipCheck, GifCheck, Mp4Check {

    /**
     * Looks at content.
     *
     * @throws RuntimeException saying what is wrong with it
     */
    void require(byte[] content);
}
