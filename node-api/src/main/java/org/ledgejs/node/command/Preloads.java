package org.ledgejs.node.command;

import java.util.List;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;

/** What the command line wants done before the program: {@code --enable-source-maps}, {@code --experimental-loader}, {@code --import}. */
final class Preloads {
    private Preloads() { }

    /** Runs the program once all that is loaded before it has been evaluated: at once if nothing of it waits. */
    static void then(NodeRuntime node, Runnable program) {
        NodeOptions options = NodeOptions.of(node.agent());
        if (options.isEmpty()) {
            program.run();
            return;
        }
        if (options.isOn("--enable-source-maps", false)) {
            ObjectOperations.invoke(node.builtins().process(), PropertyKey.of("setSourceMapsEnabled"), true);
        }
        List<String> loaders = options.values("--experimental-loader");
        if (!loaders.isEmpty()) {
            JSObject module = (JSObject) node.builtins().require("internal/modules/command_line");
            loaders.forEach(loader -> ObjectOperations.invoke(module, PropertyKey.of("useLoader"), Strings.of(loader)));
        }
        imports(node, options.values("--import"), 0, program);
    }

    private static void imports(NodeRuntime node, List<String> specifiers, int index, Runnable program) {
        if (index == specifiers.size()) {
            program.run();
            return;
        }
        JSPromise evaluation = node.modules().esm().importNow(specifiers.get(index));
        switch (evaluation.state()) {
            case FULFILLED -> imports(node, specifiers, index + 1, program);
            case REJECTED -> {
                evaluation.setHandled();
                node.mainFailed(evaluation.result());
            }
            case PENDING -> {
                node.setMainEvaluation(evaluation);
                Promises.then(evaluation, unused -> imports(node, specifiers, index + 1, program), node::mainFailed);
            }
        }
    }
}
