package org.graalvisor.results;

import java.nio.file.Path;

/** A result file holds something its format does not allow: damaged, edited by hand, or of another schema version. */
public final class MalformedResultException extends ResultsException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;
    private final String value;

    /**
     * @param file the damaged file
     * @param line line number counted from 1, or 0 when the problem is not in one line
     * @param value the offending text
     * @param problem what the format expects instead
     */
    public MalformedResultException(Path file, long line, String value, String problem) {
        super("read " + file + (line > 0 ? " line " + line : ""), problem + ", found \"" + value + "\"",
                "Restore the file or delete the attempt that holds it and resume the run");
        this.file = file;
        this.line = line;
        this.value = value;
    }

    /** The damaged file. */
    public Path file() {
        return file;
    }

    /** Line number counted from 1, or 0 when the problem is not in one line. */
    public long line() {
        return line;
    }

    /** The offending text. */
    public String value() {
        return value;
    }
}
