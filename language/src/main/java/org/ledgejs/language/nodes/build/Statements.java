package org.ledgejs.language.nodes.build;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.control.BlockNode;
import org.ledgejs.language.nodes.control.ClearingBlockNode;
import org.ledgejs.language.nodes.control.DebuggerNode;
import org.ledgejs.language.nodes.control.DisposeScopeNode;
import org.ledgejs.language.nodes.control.EmptyNode;
import org.ledgejs.language.nodes.control.ExpressionStatementNode;
import org.ledgejs.language.nodes.control.IfNode;
import org.ledgejs.language.nodes.control.JumpNode;
import org.ledgejs.language.nodes.control.LabeledNode;
import org.ledgejs.language.nodes.control.ReturnNode;
import org.ledgejs.language.nodes.control.ScopeBlockNode;
import org.ledgejs.language.nodes.control.SwitchNode;
import org.ledgejs.language.nodes.control.ThrowNode;
import org.ledgejs.language.nodes.control.TryNode;
import org.ledgejs.language.nodes.environment.EvalDeclareNode;
import org.ledgejs.language.nodes.environment.GlobalDeclareNode;
import org.ledgejs.language.nodes.generator.ResumableBlockNode;
import org.ledgejs.language.nodes.generator.ResumableSwitchNode;
import org.ledgejs.language.nodes.generator.SpillNode;
import org.ledgejs.language.nodes.generator.SpillingStatementNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.variable.ClearLocalNode;
import org.ledgejs.language.nodes.variable.NewScopeNode;
import org.ledgejs.language.runtime.GlobalEnvironment.Declarations;
import org.ledgejs.language.runtime.Undefined;

import java.util.Arrays;
import java.util.List;

/** Statements but loops. */
final class Statements {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Statements(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    StatementNode build(Op op) {
        return switch (op) {
            case EXPRESSION_STATEMENT -> new ExpressionStatementNode(b.expression());
            case LOCAL_CLEAR -> new ClearLocalNode(cursor.unsigned());
            case BLOCK -> block(null);
            case SCOPE_BLOCK -> block(new Variables(b).newScope());
            case IF -> branch();
            case LABELED -> new LabeledNode(cursor.unsigned(), b.statement());
            case BREAK -> new JumpNode(Completion.breakOf(cursor.unsigned()));
            case CONTINUE -> new JumpNode(Completion.continueOf(cursor.unsigned()));
            case RETURN -> {
                JSNode value = b.expression();
                yield new ReturnNode(value == null ? ConstantNode.create(Undefined.INSTANCE) : value, b.isTail() ? -1 : b.returnSlot());
            }
            case THROW -> new ThrowNode(b.expression());
            case TRY -> tryStatement();
            case SWITCH -> switchStatement();
            case DEBUGGER -> new DebuggerNode();
            case EMPTY -> new EmptyNode();
            case DISPOSE_SCOPE -> disposeScope();
            case GLOBAL_DECLARE ->
                new GlobalDeclareNode(new Declarations(b.stringList(), b.stringList(), b.stringList(), b.stringList(), b.stringList()));
            case EVAL_DECLARE -> {
                JSNode variables = b.expression();
                yield new EvalDeclareNode(variables, new Declarations(List.of(), List.of(), b.stringList(), b.stringList(), b.stringList()));
            }
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    /** @param entry runs first; null for none */
    private StatementNode block(NewScopeNode entry) {
        int mark = b.suspensions();
        StatementNode[] statements = b.statements();
        if (b.suspendedSince(mark)) {
            return new ResumableBlockNode(entry, statements, b.newSlot());
        }
        int count = statements.length;
        while (count > 0 && statements[count - 1] instanceof ClearLocalNode) {
            count--;
        }
        StatementNode block = count == 0 ? new EmptyNode() : count == 1 ? statements[0] : new BlockNode(Arrays.copyOf(statements, count));
        if (count < statements.length) {
            block = new ClearingBlockNode(block, Arrays.copyOfRange(statements, count, statements.length));
        }
        return entry == null ? block : new ScopeBlockNode(entry, block);
    }

    private StatementNode branch() {
        JSNode condition = b.expression();
        int mark = b.suspensions();
        StatementNode consequent = b.statement();
        StatementNode alternate = b.statement();
        JSNode test = b.keep(condition, mark);
        StatementNode node = new IfNode(test, consequent, alternate);
        return test instanceof SpillNode spill ? new SpillingStatementNode(node, new int[] {spill.slot()}) : node;
    }

    private StatementNode tryStatement() {
        int mark = b.suspensions();
        StatementNode block = b.statement();
        int exceptionSlot = cursor.optionalIndex();
        StatementNode handler = b.statement();
        StatementNode finalizer = b.statement();
        int savedReturn = finalizer == null ? -1 : b.newSlot();
        TryNode.Slots slots = new TryNode.Slots(b.returnSlot(), savedReturn, b.slotIfSuspended(mark), b.slotIfSuspended(mark));
        return new TryNode(block, exceptionSlot, handler, finalizer, slots);
    }

    private StatementNode switchStatement() {
        int label = cursor.unsigned();
        JSNode discriminant = b.expression();
        int mark = b.suspensions();
        int count = cursor.unsigned();
        JSNode[] tests = new JSNode[count];
        StatementNode[] clauses = new StatementNode[count];
        for (int i = 0; i < count; i++) {
            cursor.op();
            tests[i] = b.expression();
            clauses[i] = block(null);
        }
        return b.suspendedSince(mark) ? new ResumableSwitchNode(label, discriminant, tests, clauses, b.newSlot(), b.newSlot())
                : new SwitchNode(label, discriminant, tests, clauses);
    }

    private StatementNode disposeScope() {
        int mark = b.suspensions();
        int capabilitySlot = cursor.unsigned();
        boolean async = cursor.flags() == 1;
        if (async) {
            b.countSuspension();
        }
        StatementNode block = block(null);
        DisposeScopeNode.Slots slots = new DisposeScopeNode.Slots(b.slotIfSuspended(mark), b.slotIfSuspended(mark), b.slotIfSuspended(mark),
                b.slotIfSuspended(mark), b.returnSlot(), b.newSlot(), b.resumeSlots());
        return new DisposeScopeNode(capabilitySlot, async, block, slots);
    }

    JSNode addDisposable() {
        int capabilitySlot = cursor.unsigned();
        JSNode value = b.expression();
        return new DisposeScopeNode.Add(capabilitySlot, value, cursor.flags() == 1);
    }
}
