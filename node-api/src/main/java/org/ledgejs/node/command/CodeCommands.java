package org.ledgejs.node.command;

import java.io.IOException;
import java.io.PrintWriter;

import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.image.UnitCompiler;
import org.ledgejs.node.loader.ModuleFiles;

/** {@code --check} and {@code --dump=code}: what a file compiles to, without running it. */
final class CodeCommands {
    private CodeCommands() { }

    static int check(NodeRuntime node, String path) {
        unit(node, path);
        return 0;
    }

    static int dump(NodeRuntime node, String path) {
        PrintWriter out = new PrintWriter(node.agent().env().out(), true);
        out.println(CodePrinter.print(unit(node, path)));
        return 0;
    }

    private static CodeUnit unit(NodeRuntime node, String path) {
        ModuleFiles files = node.modules().files();
        String absolute = files.absolute(path);
        try {
            return new UnitCompiler(node).compile(absolute, files.readText(absolute)).unit();
        } catch (IOException e) {
            throw FileErrors.unreadable(e, absolute);
        }
    }
}
