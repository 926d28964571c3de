package org.ledgejs.tck.nodesuite;

/**
 * How a test ended.
 *
 * @param message one line why; empty for a test that passed
 * @param output  the end of what it printed
 */
record Result(TestFile test, Outcome outcome, String message, String output, long millis) {

    /** SKIP is a test that said itself it does not apply here; INTERNAL is a Java exception where a program sees it. */
    enum Outcome { PASS, FAIL, TIMEOUT, INTERNAL, SKIP }
}
