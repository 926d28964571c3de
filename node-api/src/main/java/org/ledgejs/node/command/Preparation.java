package org.ledgejs.node.command;

import java.util.List;

import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.process.Environment;
import org.ledgejs.node.binding.process.ProgramArguments;

/** What options of the command ask for before the program begins: modules to load, a file of variables. Costs nothing where there are no options. */
final class Preparation {
    private static final List<String> EVALUATIONS = List.of("-e", "--eval", "-p", "--print", "-pe");

    private Preparation() { }

    static void run(NodeRuntime node) {
        List<String> options = ProgramArguments.of(node.agent()).execArgv();
        boolean evaluationOnly = options.isEmpty() || options.size() == 2 && EVALUATIONS.contains(options.getFirst());
        if (!evaluationOnly || Environment.of(node.agent()).get("NODE_OPTIONS") != null) {
            node.enter(() -> node.builtins().require("internal/process/preparation"));
        }
    }
}
