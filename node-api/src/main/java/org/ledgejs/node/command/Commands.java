package org.ledgejs.node.command;

import java.util.List;
import java.util.Set;

import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.process.ProgramArguments;

/** What the {@code ledge} command asks of a context; each returns the exit code. */
public final class Commands {
    private static final Set<String> PROGRAMS = Set.of("eval", "print", "stdin", "print-stdin", "check-stdin", "repl");

    private Commands() { }

    /** @return null for a command that is not known here */
    public static Integer run(NodeRuntime node, String command, String text) {
        if (command.equals("options")) {
            ProgramArguments.of(node.agent()).setExecArgv(List.of(text.split("\0", -1)));
            return 0;
        }
        if (!command.equals("loop")) {
            node.setProgram();
        }
        if (command.equals("eval") || command.equals("print")) {
            ProgramArguments.of(node.agent()).setEvalSource(text);
        }
        if (node.agent().permissions().isRestricted()) {
            // Warnings about what was granted come before the program.
            node.builtins().require("internal/process/permission");
        }
        if (PROGRAMS.contains(command)) {
            Preparation.run(node);
        }
        return switch (command) {
            case "run" -> RunCommand.run(node, text);
            case "eval" -> EvalCommand.run(node, "[eval]", text, false);
            case "print" -> EvalCommand.run(node, "[eval]", text, true);
            case "print-stdin" -> EvalCommand.run(node, "[stdin]", text, true);
            case "check-stdin" -> EvalCommand.check(node, "[stdin]", text);
            case "stdin" -> EvalCommand.run(node, "[stdin]", text, false);
            case "repl" -> ReplCommand.run(node, text);
            case "watch" -> ScriptCommand.watch(node, text);
            case "check" -> CodeCommands.check(node, text);
            case "dump" -> CodeCommands.dump(node, text);
            case "loop" -> LoopCommand.run(node, text);
            case "npm", "npx" -> NpmCommand.run(node, command);
            case "build" -> BuildCommand.run(node, text);
            default -> null;
        };
    }
}
