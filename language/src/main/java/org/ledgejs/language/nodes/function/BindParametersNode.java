package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.control.BlockNode;
import org.ledgejs.language.nodes.control.ExpressionStatementNode;
import org.ledgejs.language.nodes.variable.WriteLocalNode;

/** Gives simple parameters their values, all at once. */
public final class BindParametersNode extends StatementNode {
    @Children private final ArgumentNode[] arguments;
    @CompilationFinal(dimensions = 1) private final int[] slots;

    private BindParametersNode(ArgumentNode[] arguments, int[] slots) {
        this.arguments = arguments;
        this.slots = slots;
    }

    /** A prologue whose first statements, which bind parameters, are one. */
    public static StatementNode fuse(StatementNode prologue) {
        StatementNode[] statements = prologue instanceof BlockNode block ? block.statements() : new StatementNode[] {prologue};
        int count = 0;
        while (count < statements.length && binding(statements[count]) != null) {
            count++;
        }
        if (count == 0) {
            return prologue;
        }
        ArgumentNode[] arguments = new ArgumentNode[count];
        int[] slots = new int[count];
        for (int i = 0; i < count; i++) {
            WriteLocalNode write = binding(statements[i]);
            arguments[i] = (ArgumentNode) write.value();
            slots[i] = write.slot();
        }
        StatementNode[] all = new StatementNode[statements.length - count + 1];
        all[0] = new BindParametersNode(arguments, slots);
        System.arraycopy(statements, count, all, 1, all.length - 1);
        return all.length == 1 ? all[0] : new BlockNode(all);
    }

    private static WriteLocalNode binding(StatementNode statement) {
        return statement instanceof ExpressionStatementNode expression && expression.expression() instanceof WriteLocalNode write
                && write.value() instanceof ArgumentNode && !write.hasSourceRange() ? write : null;
    }

    @Override
    public int abrupt() {
        return Completion.NORMAL;
    }

    @Override
    @ExplodeLoop
    public int execute(VirtualFrame frame) {
        for (int i = 0; i < slots.length; i++) {
            WriteLocalNode.store(frame, slots[i], arguments[i].execute(frame));
        }
        return Completion.NORMAL;
    }
}
