package org.ledgejs.launcher;

/** What a command line asks for; each command is a class of its own. */
interface Command {

    /** Does it and returns the exit code. */
    int run(CommandLine line);
}
