package org.graalvisor.harness.cli;

/** What the exit codes of every command mean. */
public final class ExitCode {
    /** Everything asked for was done. */
    public static final int OK = 0;
    /** A defect of the rig itself. */
    public static final int INTERNAL = 1;
    /** Wrong usage or configuration. */
    public static final int USAGE = 2;
    /** A run or a cell of it is invalid. */
    public static final int RUN_INVALID = 3;
    /** A claim was not reproduced; only {@code verify} says so. */
    public static final int CLAIM_NOT_REPRODUCED = 4;
    /** A system under test failed. */
    public static final int SYSTEM_UNDER_TEST_FAILED = 5;
    /** Ended by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
