package org.ledgejs.launcher;

/** Exit codes of the command that are not the program's own choice; the first four are those of Node. */
final class ExitCode {

    static final int OK = 0;
    /** An exception nobody caught. */
    static final int UNCAUGHT = 1;
    /** The language or a part it needs is not on the class path. */
    static final int INCOMPLETE = 7;
    /** A wrong option or argument. */
    static final int USAGE = 9;
    /** A mode that --disable-proto does not have. */
    static final int INVALID_PROTO = 12;
    /** An error of Ledge itself, {@code EX_SOFTWARE} of sysexits. */
    static final int INTERNAL = 70;
    /** 128 + SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
