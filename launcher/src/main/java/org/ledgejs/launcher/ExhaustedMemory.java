package org.ledgejs.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is done when the program used up the memory of the machine: said and ended without asking for more. */
final class ExhaustedMemory {

    private static final byte[] SENTENCE = "ledge: the program used up the memory or the stack it may have; --vm.Xmx and --vm.Xss give it more\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static boolean reported;

    private ExhaustedMemory() {
    }

    /** To be called while there is memory: this class is loaded by it. */
    static void prepare() {
        reported = false;
    }

    /** Reports it on {@code out} and returns the exit code it stands for. */
    static int report(PrintStream out) {
        if (!reported) {
            reported = true;
            out.write(SENTENCE, 0, SENTENCE.length);
            out.flush();
        }
        return ExitCode.UNCAUGHT;
    }

    /** Ends the machine; at once, where an orderly end needs memory that is not there. */
    static void exit(int status) {
        if (reported) {
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }
}
