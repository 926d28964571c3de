package org.ledgejs.launcher;

/** {@code ledge --help}. */
record ShowHelp() implements Command {

    @Override
    public int run(CommandLine line) {
        System.out.print(Texts.read("help.txt"));
        return ExitCode.OK;
    }
}
