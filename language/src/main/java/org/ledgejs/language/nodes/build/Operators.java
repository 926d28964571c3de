package org.ledgejs.language.nodes.build;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.generator.ResumableCommaNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.operator.AddIntNodeGen;
import org.ledgejs.language.nodes.operator.AddNodeGen;
import org.ledgejs.language.nodes.operator.BitwiseAndNodeGen;
import org.ledgejs.language.nodes.operator.BitwiseNotNodeGen;
import org.ledgejs.language.nodes.operator.BitwiseOrNodeGen;
import org.ledgejs.language.nodes.operator.BitwiseXorNodeGen;
import org.ledgejs.language.nodes.operator.CoalesceNode;
import org.ledgejs.language.nodes.operator.CommaNode;
import org.ledgejs.language.nodes.operator.ConditionalNode;
import org.ledgejs.language.nodes.operator.DivideNodeGen;
import org.ledgejs.language.nodes.operator.ExponentiateNodeGen;
import org.ledgejs.language.nodes.operator.GreaterOrEqualNodeGen;
import org.ledgejs.language.nodes.operator.GreaterThanNodeGen;
import org.ledgejs.language.nodes.operator.InOperatorNodeGen;
import org.ledgejs.language.nodes.operator.IncrementNodeGen;
import org.ledgejs.language.nodes.operator.InstanceOfOperatorNodeGen;
import org.ledgejs.language.nodes.operator.LeftShiftNodeGen;
import org.ledgejs.language.nodes.operator.LessOrEqualNodeGen;
import org.ledgejs.language.nodes.operator.LessThanNodeGen;
import org.ledgejs.language.nodes.operator.LogicalNode;
import org.ledgejs.language.nodes.operator.LooseEqualNodeGen;
import org.ledgejs.language.nodes.operator.LooseEqualNullNode;
import org.ledgejs.language.nodes.operator.MultiplyNodeGen;
import org.ledgejs.language.nodes.operator.NegateNodeGen;
import org.ledgejs.language.nodes.operator.NotNodeGen;
import org.ledgejs.language.nodes.operator.OptionalChainNode;
import org.ledgejs.language.nodes.operator.RemainderNodeGen;
import org.ledgejs.language.nodes.operator.RightShiftNodeGen;
import org.ledgejs.language.nodes.operator.StrictEqualNodeGen;
import org.ledgejs.language.nodes.operator.StrictEqualSingletonNode;
import org.ledgejs.language.nodes.operator.SubtractNodeGen;
import org.ledgejs.language.nodes.operator.ToNumberOperatorNodeGen;
import org.ledgejs.language.nodes.operator.ToNumericOperatorNodeGen;
import org.ledgejs.language.nodes.operator.ToPropertyKeyOperatorNodeGen;
import org.ledgejs.language.nodes.operator.TypeOfEqualNode;
import org.ledgejs.language.nodes.operator.TypeOfOperatorNode;
import org.ledgejs.language.nodes.operator.TypeOfOperatorNodeGen;
import org.ledgejs.language.nodes.operator.UnsignedRightShiftNodeGen;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Undefined;

/** Operators. */
final class Operators {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Operators(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case NOT -> not(b.expression());
            case NEG -> NegateNodeGen.create(b.expression());
            case PLUS -> ToNumberOperatorNodeGen.create(b.expression());
            case BIT_NOT -> BitwiseNotNodeGen.create(b.expression());
            case TYPEOF -> TypeOfOperatorNodeGen.create(b.expression());
            case INC -> IncrementNodeGen.create(1, b.expression());
            case DEC -> IncrementNodeGen.create(-1, b.expression());
            case TO_NUMERIC -> ToNumericOperatorNodeGen.create(b.expression());
            case TO_PROPERTY_KEY -> ToPropertyKeyOperatorNodeGen.create(b.expression());
            case AND, OR, COALESCE, DEFAULT -> shortCircuit(op);
            case CONDITIONAL -> conditional();
            case OPTIONAL -> optional();
            case COMMA -> comma();
            default -> binary(op, b.expression(), b.expression());
        };
    }

    private static JSNode binary(Op op, JSNode left, JSNode right) {
        return switch (op) {
            case ADD -> right instanceof ConstantNode constant && constant.value() instanceof Integer i ? AddIntNodeGen.create(i, left)
                    : AddNodeGen.create(left, right);
            case SUB -> SubtractNodeGen.create(left, right);
            case MUL -> MultiplyNodeGen.create(left, right);
            case DIV -> DivideNodeGen.create(left, right);
            case MOD -> RemainderNodeGen.create(left, right);
            case EXP -> ExponentiateNodeGen.create(left, right);
            case BIT_AND -> BitwiseAndNodeGen.create(left, right);
            case BIT_OR -> BitwiseOrNodeGen.create(left, right);
            case BIT_XOR -> BitwiseXorNodeGen.create(left, right);
            case SHL -> LeftShiftNodeGen.create(left, right);
            case SHR -> RightShiftNodeGen.create(left, right);
            case USHR -> UnsignedRightShiftNodeGen.create(left, right);
            case EQ -> equal(false, left, right);
            case NE -> NotNodeGen.create(equal(false, left, right));
            case SEQ -> equal(true, left, right);
            case SNE -> NotNodeGen.create(equal(true, left, right));
            case LT -> LessThanNodeGen.create(left, right);
            case LE -> LessOrEqualNodeGen.create(left, right);
            case GT -> GreaterThanNodeGen.create(left, right);
            case GE -> GreaterOrEqualNodeGen.create(left, right);
            case INSTANCEOF -> InstanceOfOperatorNodeGen.create(left, right);
            case IN -> InOperatorNodeGen.create(left, right);
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private static JSNode not(JSNode operand) {
        return NotNodeGen.create(operand instanceof LogicalNode logical ? logical.asTest() : operand);
    }

    /** An equality; what it is compared with most often, null, undefined and the name of a type, is no operand. */
    private static JSNode equal(boolean strict, JSNode left, JSNode right) {
        if (left instanceof ConstantNode constant && !(right instanceof ConstantNode)) {
            return equal(strict, right, constant);
        }
        if (right instanceof ConstantNode constant) {
            Object value = constant.value();
            if (value == Undefined.INSTANCE || value == Null.INSTANCE) {
                return strict ? new StrictEqualSingletonNode(left, value) : new LooseEqualNullNode(left);
            }
            if (value instanceof TruffleString name && left instanceof TypeOfOperatorNode typeOf) {
                return new TypeOfEqualNode(typeOf.getOperand(), name);
            }
        }
        return strict ? StrictEqualNodeGen.create(left, right) : LooseEqualNodeGen.create(left, right);
    }

    private JSNode shortCircuit(Op op) {
        JSNode first = b.expression();
        int mark = b.suspensions();
        JSNode right = b.expression();
        JSNode left = b.keep(first, mark);
        JSNode node = switch (op) {
            case AND -> new LogicalNode(true, left, right);
            case OR -> new LogicalNode(false, left, right);
            case COALESCE -> new CoalesceNode(left, right, true);
            default -> new CoalesceNode(left, right, false);
        };
        return NodeBuilder.release(node, left);
    }

    private JSNode conditional() {
        JSNode condition = b.expression();
        int mark = b.suspensions();
        JSNode consequent = b.expression();
        JSNode alternate = b.expression();
        JSNode test = b.keep(condition, mark);
        return NodeBuilder.release(new ConditionalNode(test, consequent, alternate), test);
    }

    private JSNode optional() {
        int slot = cursor.unsigned();
        JSNode object = b.expression();
        int mark = b.suspensions();
        JSNode rest = b.expression();
        JSNode base = b.keep(object, mark);
        return NodeBuilder.release(new OptionalChainNode(slot, base, rest), base);
    }

    private JSNode comma() {
        int mark = b.suspensions();
        JSNode[] all = b.expressions();
        if (b.suspendedSince(mark)) {
            return new ResumableCommaNode(all, b.newSlot());
        }
        JSNode[] effects = new JSNode[all.length - 1];
        System.arraycopy(all, 0, effects, 0, effects.length);
        return new CommaNode(effects, all[all.length - 1]);
    }
}
