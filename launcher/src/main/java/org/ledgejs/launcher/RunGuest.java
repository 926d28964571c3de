package org.ledgejs.launcher;

/**
 * A command the language side carries out, named as in {@link GuestSession#run}.
 *
 * @param name {@code run}, {@code eval}, {@code print}, {@code stdin}, {@code check}, {@code dump}, {@code build}, {@code npm} or {@code npx}
 * @param text its operand: a file, or code
 */
record RunGuest(String name, String text) implements Command {

    @Override
    public int run(CommandLine line) {
        HeapGovernor.watch();
        PlainSignals.restore();
        try (GuestSession session = GuestSession.open(line)) {
            return session.run(name, text);
        }
    }
}
