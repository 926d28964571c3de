package org.ledgejs.node.command;

import java.util.Arrays;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;

/** Commands that JavaScript of ours carries out. */
final class ScriptCommand {
    private ScriptCommand() { }

    /** @param text the program's file and arguments, a zero character between them */
    static int watch(NodeRuntime node, String text) {
        node.enter(() -> {
            JSObject module = (JSObject) node.builtins().require("internal/watch");
            Object program = ObjectOperations.createArrayFromList(node.realm(),
                    Arrays.stream(text.split("\0")).filter(each -> !each.isEmpty()).map(each -> (Object) Strings.of(each)).toList());
            ObjectOperations.invoke(module, PropertyKey.of("start"), program);
        });
        return node.runToEnd();
    }
}
