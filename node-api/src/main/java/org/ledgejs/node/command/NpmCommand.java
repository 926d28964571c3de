package org.ledgejs.node.command;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** {@code ledge npm} and {@code ledge npx}: npm's own program, fetched when it is not there yet. */
final class NpmCommand {
    private NpmCommand() { }

    /** @param which {@code npm} or {@code npx} */
    static int run(NodeRuntime node, String which) {
        JSPromise[] located = new JSPromise[1];
        node.enter(() -> located[0] = (JSPromise) ObjectOperations.invoke((JSObject) node.builtins().require("internal/npm/fetch"),
                PropertyKey.of("locate"), Strings.of(which)));
        if (located[0] == null) {
            return node.runToEnd();
        }
        node.runUntilSettled(located[0]);
        return located[0].state() != JSPromise.State.FULFILLED || located[0].result() == Undefined.INSTANCE ? node.runToEnd()
                : RunCommand.run(node, Conversions.toJavaString(located[0].result()));
    }
}
