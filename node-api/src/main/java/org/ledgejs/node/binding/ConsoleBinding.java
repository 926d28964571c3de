package org.ledgejs.node.binding;

import java.io.IOException;
import java.io.OutputStream;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Binding {@code console}: a line to the context's standard output or error, whatever happens. */
public final class ConsoleBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("log", 2, (realm, thisValue, args) -> {
                printLine(realm.agent(), Conversions.toInt32(args.get(0)), Conversions.toJavaString(args.get(1)));
                return Undefined.INSTANCE;
            });

    private ConsoleBinding() { }

    /** @param fd 1 or 2 */
    public static void printLine(Agent agent, int fd, String text) {
        Bytes line = Utf8.bytesOf(Strings.of(text + "\n"));
        OutputStream out = StandardStreams.output(agent, fd);
        try {
            out.write(line.array(), line.offset(), line.length());
            out.flush();
        } catch (IOException e) {
            // A console nobody reads is no reason to fail.
        }
    }
}
