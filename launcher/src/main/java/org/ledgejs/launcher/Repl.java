package org.ledgejs.launcher;

import java.io.IOException;

import org.graalvm.polyglot.PolyglotException;

/** {@code ledge repl}: an input is one or more lines, as many as make a whole program. */
record Repl() implements Command {

    private static final String PROMPT = "> ";
    private static final String CONTINUATION = "... ";
    private static final String HELP = """
            .break   give up an input that is not complete (also Ctrl-C)
            .exit    leave (also Ctrl-D)
            .help    this""";

    @Override
    public int run(CommandLine line) {
        try (GuestSession session = GuestSession.open(line); Terminal terminal = Terminal.open()) {
            if (Terminal.isInteractive()) {
                System.out.println("Ledge " + ShowVersion.version() + ", .help for what else you can type, .exit to leave.");
            }
            return loop(session, terminal);
        } catch (IOException e) {
            System.err.println("ledge: the terminal failed: " + e.getMessage());
            return ExitCode.UNCAUGHT;
        }
    }

    private static int loop(GuestSession session, Terminal terminal) throws IOException {
        StringBuilder input = new StringBuilder();
        while (true) {
            String line;
            try {
                line = terminal.read(input.isEmpty() ? PROMPT : CONTINUATION);
            } catch (Terminal.Interrupted e) {
                input.setLength(0);
                continue;
            }
            if (line == null) {
                return evaluate(session, input.toString(), false) instanceof Outcome.Exit exit ? exit.status() : ExitCode.OK;
            }
            switch (keyword(line, input.isEmpty())) {
                case "" -> { }
                case ".break" -> {
                    input.setLength(0);
                    continue;
                }
                case ".exit" -> {
                    return ExitCode.OK;
                }
                case ".help" -> {
                    System.out.println(HELP);
                    continue;
                }
                default -> {
                    System.out.println("Invalid REPL keyword");
                    continue;
                }
            }
            input.append(line).append('\n');
            Outcome outcome = evaluate(session, input.toString(), true);
            if (outcome instanceof Outcome.Exit exit) {
                return exit.status();
            }
            if (!(outcome instanceof Outcome.Incomplete)) {
                input.setLength(0);
            }
        }
    }

    /** The keyword that {@code line} is, or an empty string: within an input, {@code .then()} begins a line of it. */
    private static String keyword(String line, boolean atStart) {
        String word = line.strip();
        if (atStart) {
            return word.matches("\\.[a-z]+") ? word : "";
        }
        return word.equals(".break") ? word : "";
    }

    /** Evaluates {@code input}; where no more lines can come, one that is not complete is an error. */
    private static Outcome evaluate(GuestSession session, String input, boolean more) {
        if (input.isBlank()) {
            return new Outcome.Done();
        }
        try {
            session.evaluate("repl", input);
            return new Outcome.Done();
        } catch (PolyglotException e) {
            if (e.isExit()) {
                return new Outcome.Exit(e.getExitStatus());
            }
            if (e.isIncompleteSource() && more) {
                return new Outcome.Incomplete();
            }
            new ErrorReport(System.err).printShort(e);
            return new Outcome.Done();
        }
    }

    /** What an input led to. */
    private sealed interface Outcome {

        record Done() implements Outcome {
        }

        record Incomplete() implements Outcome {
        }

        record Exit(int status) implements Outcome {
        }
    }
}
