package org.ledgejs.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An option of Node's command line.
 *
 * @param inEnvironment whether {@code NODE_OPTIONS} may have it
 */
record NodeOption(String name, Kind kind, boolean inEnvironment) {

    enum Kind {
        /** There or not; {@code --no-NAME} takes it back. */
        FLAG,
        /** A value follows, after = or as the next argument; of several the last counts. */
        STRING, NUMBER,
        /** As STRING; all count. */
        LIST,
        /** Of V8: a value only after =. */
        V8,
        /** A grant of the permission model. */
        GRANT,
        /** An option of the engine that Node has, too. */
        ENGINE;

        boolean takesValue() {
            return this == STRING || this == NUMBER || this == LIST;
        }
    }

    /** The table, as the Node API has it; read when the first option is met. */
    private static final class Table {
        static final Map<String, NodeOption> OPTIONS = new HashMap<>();
        static final Map<String, String> ALIASES = new HashMap<>();

        static {
            read().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" ", 4);
                if (parts[1].equals("=")) {
                    ALIASES.put(parts[0], parts[2]);
                } else {
                    OPTIONS.put(parts[0], new NodeOption(parts[0], Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)), parts[2].equals("env")));
                }
            });
        }

        private static String read() {
            try (InputStream in = NodeOption.class.getClassLoader().getResourceAsStream("org/ledgejs/node/options.txt")) {
                return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What an option as it was written stands for: its full name with dashes, and a value that the name alone implies. */
    static String canonical(String written) {
        String name = written.startsWith("--") ? "--" + written.substring(2).replace('_', '-') : written;
        return Table.ALIASES.getOrDefault(name, name);
    }

    /** By its full name; null if Node has no such option. */
    static NodeOption find(String name) {
        return Table.OPTIONS.get(name);
    }
}
