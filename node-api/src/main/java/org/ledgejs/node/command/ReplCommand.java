package org.ledgejs.node.command;

import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.node.NodeRuntime;

/** One input of the REPL: runs it, prints its value, lets the loop do what is due. */
final class ReplCommand {
    private static final String NAME = "REPL";

    private ReplCommand() { }

    static int run(NodeRuntime node, String text) {
        EvalCommand.defineRequire(node, NAME);
        // {a: 1} typed at a prompt means the object.
        String trimmed = text.strip();
        boolean object = trimmed.startsWith("{") && !trimmed.endsWith(";");
        Object value;
        if (object && isExpression(node, trimmed)) {
            value = EvalCommand.script(node, "(" + trimmed + "\n)", NAME);
        } else {
            value = EvalCommand.script(node, text, NAME);
        }
        EvalCommand.print(node, value);
        node.ticks().run();
        node.loop().runDue();
        return 0;
    }

    private static boolean isExpression(NodeRuntime node, String text) {
        node.agent().language().countParse(NAME);
        try {
            Parser.parseScript(new SourceText(NAME, "(" + text + "\n)"), ParseOptions.DEFAULT);
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }
}
