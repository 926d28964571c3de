package org.ledgejs.launcher;

/** {@code ledge --version}. */
record ShowVersion() implements Command {

    @Override
    public int run(CommandLine line) {
        System.out.println("ledge " + version());
        return ExitCode.OK;
    }

    static String version() {
        return Texts.read("version.txt");
    }
}
