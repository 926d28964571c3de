package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.file.Path;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** Line editing with history, kept in {@code ~/.ledge_repl_history}. The only class that touches JLine. */
final class EditingTerminal implements Terminal {

    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;

    EditingTerminal() throws IOException {
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        // stty does what is needed here; the other providers bring native libraries.
        terminal = TerminalBuilder.builder().system(true).exec(true).jni(false).ffm(false).dumb(true).build();
        reader = LineReaderBuilder.builder().terminal(terminal)
                .variable(LineReader.HISTORY_FILE, Path.of(home, ".ledge_repl_history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public String read(String prompt) throws Interrupted {
        try {
            return reader.readLine(prompt);
        } catch (UserInterruptException e) {
            throw new Interrupted();
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        reader.getHistory().save();
        terminal.close();
    }
}
