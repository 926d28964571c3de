package org.ledgejs.launcher;

import java.io.Console;

/** Whether a person sits there. */
final class Terminal {
    private Terminal() { }

    static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
