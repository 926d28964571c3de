package org.ledgejs.node.binding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Undefined;

/** Binding {@code console}: a line to the context's standard output or error, whatever happens. */
final class ConsoleBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("log", 2, (realm, thisValue, args) -> {
                OutputStream out = Conversions.toInt32(args.get(0)) == 2 ? realm.agent().env().err() : realm.agent().env().out();
                byte[] line = (Conversions.toJavaString(args.get(1)) + "\n").getBytes(StandardCharsets.UTF_8);
                try {
                    out.write(line);
                    out.flush();
                } catch (IOException e) {
                    // A console nobody reads is no reason to fail.
                }
                return Undefined.INSTANCE;
            });

    private ConsoleBinding() { }
}
