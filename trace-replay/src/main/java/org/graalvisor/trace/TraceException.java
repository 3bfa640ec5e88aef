package org.graalvisor.trace;

/** A trace, schedule or option cannot be used. The message says what was tried, what is wrong and what to do. */
public final class TraceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what went wrong and what to do
     */
    public TraceException(String message) {
        super(message);
    }

    /**
     * @param message what was tried and what to do
     * @param cause what went wrong; its message is appended
     */
    public TraceException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /**
     * Bad input at a known place.
     *
     * @param file name of the file
     * @param line from 1
     * @param problem what is wrong there, with the value
     */
    public static TraceException at(String file, long line, String problem) {
        return new TraceException(file + ":" + line + ": " + problem);
    }

    /**
     * Bad input in a known column.
     *
     * @param file name of the file
     * @param line from 1
     * @param column from 1
     * @param name the column's header
     * @param problem what is wrong there, with the value
     */
    public static TraceException at(String file, long line, int column, String name, String problem) {
        return at(file, line, "column " + column + " (" + name + "): " + problem);
    }
}
