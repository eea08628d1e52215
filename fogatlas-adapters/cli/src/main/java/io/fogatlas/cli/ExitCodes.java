package io.fogatlas.cli;

/** What the command tells its caller by its exit code. */
final class ExitCodes {
    /** Everything was placed and verified, or is valid. */
    static final int DONE = 0;
    /** Something is proved to have no placement, or breaks a rule. */
    static final int INFEASIBLE = 1;
    /** What is deployed is not ready. */
    static final int NOT_READY = 1;
    /** The input or the command line is wrong; nothing was done. */
    static final int BAD_INPUT = 2;
    /** For something no placement was found, and it is not proved that there is none. */
    static final int UNKNOWN = 3;
    /** A target cannot be reached, refuses, or what it runs does not become ready. */
    static final int TARGET_FAILED = 4;
    /** The program is wrong ({@code EX_SOFTWARE} of sysexits.h). */
    static final int INTERNAL_ERROR = 70;
    /** Standard output could not be written ({@code EX_IOERR} of sysexits.h). */
    static final int OUTPUT_FAILED = 74;
    /** Whoever read standard output stopped reading: as if ended by SIGPIPE. */
    static final int BROKEN_PIPE = 141;

    private ExitCodes() {}
}
