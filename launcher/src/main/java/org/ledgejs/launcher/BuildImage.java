package org.ledgejs.launcher;

import java.util.Deque;

/** {@code ledge build ENTRY -o OUT}: a program and the modules it reaches become one image. */
final class BuildImage {

    private BuildImage() {
    }

    /** Reads the rest of a build command; the language side gets {@code ENTRY\nOUT}. */
    static Command parse(Deque<String> rest) {
        String entry = null;
        String out = null;
        while (!rest.isEmpty()) {
            String arg = rest.pop();
            if (arg.equals("-o") || arg.equals("--output")) {
                if (rest.isEmpty()) {
                    throw new UsageException(arg + " requires an argument");
                }
                out = rest.pop();
            } else if (arg.startsWith("--output=")) {
                out = arg.substring("--output=".length());
            } else if (arg.startsWith("-")) {
                throw CommandLine.bad(arg);
            } else if (entry == null) {
                entry = arg;
            } else {
                throw new UsageException("build takes one ENTRY, and " + arg + " is a second");
            }
        }
        if (entry == null || out == null) {
            throw new UsageException("usage: ledge build ENTRY -o OUT");
        }
        return new RunGuest("build", entry + "\n" + out);
    }
}
