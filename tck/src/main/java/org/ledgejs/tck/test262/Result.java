package org.ledgejs.tck.test262;

/**
 * How a test ended in one mode.
 *
 * @param message one line why; empty for a test that passed
 */
record Result(TestFile test, Mode mode, Outcome outcome, String message, long millis) {

    /** INTERNAL is a Java exception of the engine's: a bug whatever the test wanted. */
    enum Outcome { PASS, FAIL, TIMEOUT, INTERNAL }

    boolean passed() {
        return outcome == Outcome.PASS;
    }
}
