package org.ledgejs.tck.fuzz;

import org.graalvm.polyglot.PolyglotException;

/**
 * How a program ended.
 *
 * @param cause of a finding what tells it from others: the exception and where it arose; else ""
 */
record Outcome(Kind kind, String cause) {

    enum Kind {
        /** It does not parse: a SyntaxError. */
        REJECTED,
        COMPLETED,
        /** An error of its own, or it took all memory there is. */
        FAILED,
        /** It ran until its time was over, and ended when told to. */
        STOPPED,
        /** The engine is wrong. */
        FINDING
    }

    static final Outcome REJECTED = new Outcome(Kind.REJECTED, "");
    static final Outcome COMPLETED = new Outcome(Kind.COMPLETED, "");
    static final Outcome FAILED = new Outcome(Kind.FAILED, "");
    static final Outcome STOPPED = new Outcome(Kind.STOPPED, "");

    boolean isFinding() {
        return kind == Kind.FINDING;
    }

    static Outcome finding(String where, Throwable thrown) {
        StringBuilder cause = new StringBuilder(where).append(": ").append(thrown);
        int frames = 0;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("org.ledgejs.language.") && frames++ < 3) {
                cause.append(frames == 1 ? " at " : " < ").append(frame.getClassName().replaceFirst(".*\\.", "")).append('.').append(frame.getMethodName()).append(':').append(frame.getLineNumber());
            }
        }
        return new Outcome(Kind.FINDING, cause.length() > 600 ? cause.substring(0, 600) + "…" : cause.toString());
    }

    /** What an exception that left a context means. */
    static Outcome of(PolyglotException thrown) {
        if (thrown.isCancelled() || thrown.isInterrupted()) {
            return STOPPED;
        }
        // A stack that overflows is the program's error as long as it is told so; this one got out of the engine.
        boolean overflow = thrown.isResourceExhausted() && thrown.getMessage() != null && thrown.getMessage().toLowerCase().contains("stack");
        return thrown.isInternalError() && !thrown.isResourceExhausted() || overflow ? finding("running", thrown) : FAILED;
    }

    /** The finding without what differs from program to program: numbers and quoted text. */
    String key() {
        return cause.replaceAll("'[^']*'|\"[^\"]*\"", "'…'").replaceAll("(?<![:\\w])\\d+", "0");
    }
}
