package org.ledgejs.node.command;

import org.ledgejs.node.NodeRuntime;

/** What the {@code ledge} command asks of a context; each returns the exit code. */
public final class Commands {
    private Commands() { }

    /** @return null for a command that is not known here */
    public static Integer run(NodeRuntime node, String command, String text) {
        if (!command.equals("loop")) {
            node.setProgram();
        }
        return switch (command) {
            case "run" -> RunCommand.run(node, text);
            case "eval" -> EvalCommand.run(node, "[eval]", text, false);
            case "print" -> EvalCommand.run(node, "[eval]", text, true);
            case "stdin" -> EvalCommand.run(node, "[stdin]", text, false);
            case "repl" -> ReplCommand.run(node, text);
            case "check" -> CodeCommands.check(node, text);
            case "dump" -> CodeCommands.dump(node, text);
            case "loop" -> LoopCommand.run(node, text);
            case "build" -> BuildCommand.run(node, text);
            default -> null;
        };
    }
}
