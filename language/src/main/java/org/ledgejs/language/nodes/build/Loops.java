package org.ledgejs.language.nodes.build;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.control.DoWhileNode;
import org.ledgejs.language.nodes.control.ForInNode;
import org.ledgejs.language.nodes.control.ForOfNode;
import org.ledgejs.language.nodes.control.LoopStatementNode;
import org.ledgejs.language.nodes.control.ResumableWhileNode;
import org.ledgejs.language.nodes.control.WhileNode;
import org.ledgejs.language.nodes.generator.AsyncYieldNode;
import org.ledgejs.language.nodes.generator.AsyncYieldStarNode;
import org.ledgejs.language.nodes.generator.AwaitNode;
import org.ledgejs.language.nodes.generator.ForAwaitNode;
import org.ledgejs.language.nodes.generator.YieldNode;
import org.ledgejs.language.nodes.generator.YieldStarNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.runtime.Undefined;

/** Loops and suspensions. */
final class Loops {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Loops(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    StatementNode build(Op op) {
        int label = cursor.unsigned();
        return switch (op) {
            case WHILE -> {
                int mark = b.suspensions();
                JSNode test = b.expression();
                yield whileLoop(label, mark, test, null, b.statement());
            }
            case FOR -> {
                int mark = b.suspensions();
                JSNode test = b.expression();
                JSNode update = b.expression();
                yield whileLoop(label, mark, test, update, b.statement());
            }
            case DO_WHILE -> {
                int mark = b.suspensions();
                StatementNode body = b.statement();
                JSNode test = b.expression();
                yield new LoopStatementNode(b.suspendedSince(mark) ? new ResumableWhileNode(label, test, null, body, true, b.newSlot())
                        : new DoWhileNode(label, body, test));
            }
            case FOR_IN -> {
                JSNode object = b.expression();
                int slot = cursor.unsigned();
                int mark = b.suspensions();
                StatementNode body = b.statement();
                yield new ForInNode(label, object, slot, body, b.newSlot(), b.slotIfSuspended(mark));
            }
            case FOR_OF -> forOf(label);
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private StatementNode whileLoop(int label, int mark, JSNode test, JSNode update, StatementNode body) {
        return new LoopStatementNode(b.suspendedSince(mark) ? new ResumableWhileNode(label, test, update, body, false, b.newSlot())
                : new WhileNode(label, test, update, body));
    }

    private StatementNode forOf(int label) {
        JSNode iterable = b.expression();
        int slot = cursor.unsigned();
        boolean await = cursor.flags() == 1;
        int mark = b.suspensions();
        StatementNode body = b.statement();
        if (await) {
            b.countSuspension();
            return new ForAwaitNode(label, iterable, slot, body,
                    new ForAwaitNode.Slots(b.newSlot(), b.newSlot(), b.newSlot(), b.resumeSlots()));
        }
        return new ForOfNode(label, iterable, slot, body, b.newSlot(), b.newSlot(), b.slotIfSuspended(mark));
    }

    JSNode suspension(Op op) {
        JSNode operand = b.expression();
        b.countSuspension();
        if (operand == null) {
            operand = ConstantNode.create(Undefined.INSTANCE);
        }
        int state = b.newSlot();
        return switch (op) {
            case AWAIT -> new AwaitNode(operand, state, b.resumeSlots());
            case YIELD -> b.isAsync() ? new AsyncYieldNode(operand, state, b.resumeSlots(), b.returnSlot())
                    : new YieldNode(operand, state, b.resumeSlots(), b.returnSlot());
            default -> b.isAsync() ? new AsyncYieldStarNode(operand, state, b.resumeSlots(), b.newSlot(), b.returnSlot())
                    : new YieldStarNode(operand, state, b.resumeSlots(), b.newSlot(), b.returnSlot());
        };
    }
}
