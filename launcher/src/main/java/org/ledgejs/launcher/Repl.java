package org.ledgejs.launcher;

/**
 * {@code ledge} without a program on a terminal, {@code ledge -i}: {@code node:repl}.
 *
 * @param code what {@code -e} gave, to run first; may be empty
 */
record Repl(String code) implements Command {

    @Override
    public int run(CommandLine line) {
        if (line.settings().value("--input-type") != null) {
            System.err.println("Cannot specify --input-type for REPL");
            return ExitCode.USAGE;
        }
        return new RunGuest("repl", code).run(line);
    }
}
