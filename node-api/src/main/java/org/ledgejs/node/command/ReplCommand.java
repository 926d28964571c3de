package org.ledgejs.node.command;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.node.NodeRuntime;

/** {@code ledge} without a program: {@code node:repl} on the standard streams. */
final class ReplCommand {
    private ReplCommand() { }

    /** @param code what {@code -e} gave, run before the first prompt; may be empty */
    static int run(NodeRuntime node, String code) {
        node.enter(() -> Preloads.then(node, () -> {
            JSObject standalone = (JSObject) node.builtins().require("internal/repl/standalone");
            ObjectOperations.invoke(standalone, PropertyKey.of("start"));
            if (!code.isEmpty()) {
                EvalCommand.script(node, code, "[eval]");
            }
        }));
        return node.runToEnd();
    }
}
