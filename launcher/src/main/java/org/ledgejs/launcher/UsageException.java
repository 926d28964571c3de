package org.ledgejs.launcher;

/** Why a command line cannot be carried out, in one sentence; mostly that it says nothing sensible. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    UsageException(String message) {
        this(ExitCode.USAGE, message);
    }

    UsageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The exit code it leads to. */
    int status() {
        return status;
    }
}
