package org.graalvisor.script.helper.vips;

/** libvips is missing, or refuses an image; the message says which and what to do. */
public final class VipsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried and what libvips says
     */
    public VipsException(String message) {
        super(message, null, false, false);
    }
}
