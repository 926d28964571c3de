package org.ledgejs.launcher;

import java.util.Map;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Language;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * A context of the language, and the one way the launcher speaks to it: a source of the MIME type
 * {@value #MIME_TYPE} whose name is a command and whose text is the command's operand. Evaluating it carries
 * the command out with the Node API, event loop included, and returns the exit code as a number.
 *
 * <table>
 * <caption>Commands</caption>
 * <tr><td>{@code options}</td><td>what {@code process.execArgv} is to be, joined by NUL; comes first</td></tr>
 * <tr><td>{@code run}</td><td>path of a program or an image, resolved as {@code node FILE} does</td></tr>
 * <tr><td>{@code eval}, {@code print}</td><td>code of {@code -e} and {@code -p}</td></tr>
 * <tr><td>{@code stdin}</td><td>code read from standard input</td></tr>
 * <tr><td>{@code print-stdin}, {@code check-stdin}</td><td>the same, to print its value or to parse only</td></tr>
 * <tr><td>{@code repl}</td><td>code to run before the first prompt</td></tr>
 * <tr><td>{@code watch}</td><td>a file and arguments, a zero character between them</td></tr>
 * <tr><td>{@code check}, {@code dump}</td><td>path of a program: parse only, print its code</td></tr>
 * <tr><td>{@code build}</td><td>path of the entry, line feed, path of the image to write</td></tr>
 * <tr><td>{@code npm}, {@code npx}</td><td>nothing; npm's program, with the program's arguments</td></tr>
 * </table>
 *
 * The program's arguments are the application arguments of the context.
 */
final class GuestSession implements AutoCloseable {

    static final String LANGUAGE = "ledge";
    static final String MIME_TYPE = "application/x-ledge+command";

    private final Context context;

    private GuestSession(Context context) {
        this.context = context;
    }

    /** A context with the rights of the user who typed the command. */
    static GuestSession open(CommandLine line) {
        Context.Builder builder = Context.newBuilder()
                .allowAllAccess(true)
                .allowExperimentalOptions(true)
                .arguments(LANGUAGE, line.arguments().toArray(String[]::new));
        for (Map.Entry<String, String> option : line.options().entrySet()) {
            builder.option(option.getKey(), option.getValue());
        }
        line.settings().environment().forEach(builder::environment);
        try {
            Context context = builder.build();
            Language language = context.getEngine().getLanguages().get(LANGUAGE);
            if (language == null || !language.getMimeTypes().contains(MIME_TYPE)) {
                throw new UsageException(ExitCode.INCOMPLETE, "this installation lacks "
                        + (language == null ? "the language: ledge-language" : "the Node API: ledge-node") + " is not on the class path");
            }
            GuestSession session = new GuestSession(context);
            if (!line.settings().execArgv().isEmpty()) {
                session.evaluate("options", String.join("\0", line.settings().execArgv()));
            }
            return session;
        } catch (IllegalArgumentException e) {
            throw explain(line, e);
        }
    }

    /** The engine says in the first line of its message which option it does not know, or which value it cannot take. */
    private static UsageException explain(CommandLine line, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        for (String name : line.options().keySet()) {
            if (message.startsWith("Could not find option with name " + name + ".")) {
                return CommandLine.bad("--" + name);
            }
        }
        return new UsageException(message);
    }

    /** Carries out a command and returns its exit code; what went wrong is on standard error. */
    int run(String command, String text) {
        try {
            return evaluate(command, text).asInt();
        } catch (PolyglotException e) {
            return new ErrorReport(System.err).print(e);
        }
    }

    /** Carries out a command and returns what it returns. */
    Value evaluate(String command, String text) {
        Source source = Source.newBuilder(LANGUAGE, text, command)
                .mimeType(MIME_TYPE).internal(true).cached(false).buildLiteral();
        return context.eval(source);
    }

    /** JSON as a value of the language; null if it is none. */
    Value parseJson(String text) {
        try {
            return context.eval(LANGUAGE, "JSON.parse").execute(text);
        } catch (PolyglotException e) {
            return null;
        }
    }

    @Override
    public void close() {
        context.close(true);
    }
}
