package org.ledgejs.language.nodes.build;

import com.oracle.truffle.api.nodes.NodeUtil;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.environment.GlobalBindingNode;
import org.ledgejs.language.nodes.environment.GlobalBindingNode.Action;
import org.ledgejs.language.nodes.environment.GlobalVariableNode;
import org.ledgejs.language.nodes.environment.WithNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.operator.BinaryNode;
import org.ledgejs.language.nodes.operator.StepNode;
import org.ledgejs.language.nodes.operator.UnaryNode;
import org.ledgejs.language.nodes.variable.ConstantAssignmentNode;
import org.ledgejs.language.nodes.variable.NewScopeNode;
import org.ledgejs.language.nodes.variable.ReadImportNode;
import org.ledgejs.language.nodes.variable.ReadLocalCheckedNode;
import org.ledgejs.language.nodes.variable.IncrementLocalNode;
import org.ledgejs.language.nodes.variable.ReadLocalNode;
import org.ledgejs.language.nodes.variable.ReadScopeNode;
import org.ledgejs.language.nodes.variable.ResetLocalNode;
import org.ledgejs.language.nodes.variable.WriteLocalCheckedNode;
import org.ledgejs.language.nodes.variable.WriteLocalNode;
import org.ledgejs.language.nodes.variable.WriteScopeNode;
import org.ledgejs.language.nodes.variable.WriteScopeNode.Check;
import org.ledgejs.language.runtime.Undefined;

/** Variables: of the frame, of scopes, of the global environment, of object environments. */
final class Variables {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Variables(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case LOCAL_GET -> new ReadLocalNode(cursor.unsigned());
            case LOCAL_GET_CHECKED -> new ReadLocalCheckedNode(cursor.unsigned(), cursor.string());
            case LOCAL_SET -> writeLocal(cursor.unsigned(), b.expression());
            case LOCAL_SET_CHECKED -> new WriteLocalCheckedNode(cursor.unsigned(), cursor.string(), b.expression());
            case LOCAL_SET_ONCE -> new WriteLocalCheckedNode(cursor.unsigned(), null, b.expression());
            case SCOPE_GET -> new ReadScopeNode(cursor.unsigned(), cursor.unsigned(), cursor.unsigned(), null);
            case SCOPE_GET_CHECKED -> new ReadScopeNode(cursor.unsigned(), cursor.unsigned(), cursor.unsigned(), cursor.string());
            case SCOPE_SET -> writeScope(Check.NONE);
            case SCOPE_SET_CHECKED -> writeScope(Check.INITIALIZED);
            case SCOPE_SET_ONCE -> writeScope(Check.UNINITIALIZED);
            case IMPORT_GET -> new ReadImportNode(cursor.unsigned(), cursor.unsigned(), cursor.unsigned(), cursor.string());
            case CONST_ASSIGN -> {
                cursor.string();
                yield new ConstantAssignmentNode(b.expression());
            }
            case GLOBAL_GET -> new GlobalVariableNode(b.string(), false);
            case GLOBAL_GET_OR_UNDEFINED -> new GlobalVariableNode(b.string(), true);
            case GLOBAL_SET -> {
                TruffleString name = b.string();
                boolean strict = cursor.flags() == 1;
                JSNode value = b.expression();
                yield new GlobalVariableNode.Write(name, strict, value, isQuiet(value));
            }
            case GLOBAL_INIT -> new GlobalBindingNode(Action.INITIALIZE, b.string(), b.expression());
            case GLOBAL_DELETE -> new GlobalBindingNode(Action.DELETE, b.string(), null);
            case GLOBAL_FUNCTION -> {
                TruffleString name = b.string();
                JSNode value = b.expression();
                yield new GlobalBindingNode(cursor.flags() == 1 ? Action.DELETABLE_FUNCTION : Action.FUNCTION, name, value);
            }
            case WITH_HAS -> new WithNode(WithNode.Action.HAS, b.expression(), b.string(), null, cursor.flags() == 1);
            case WITH_GET -> new WithNode(WithNode.Action.GET, b.expression(), b.string(), null, cursor.flags() == 1);
            case WITH_SET -> new WithNode(WithNode.Action.SET, b.expression(), b.string(), b.expression(), cursor.flags() == 1);
            case NEW_SCOPE -> newScope();
            case COPY_SCOPE -> new NewScopeNode.Copy(cursor.unsigned());
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    /** Only literals, variables and operators. */
    private static boolean isQuiet(JSNode value) {
        return NodeUtil.findAllNodeInstances(value, JSNode.class).stream().allMatch(node -> node instanceof ConstantNode
                || node instanceof ReadLocalNode || node instanceof ReadScopeNode || node instanceof GlobalVariableNode
                || node instanceof BinaryNode || node instanceof UnaryNode);
    }

    private static JSNode writeLocal(int slot, JSNode value) {
        if (value instanceof StepNode sum && sum.getOperand() instanceof ReadLocalNode read && read.slot() == slot) {
            return new IncrementLocalNode(slot, sum.step(), sum);
        }
        return value instanceof ConstantNode constant && constant.value() == Undefined.INSTANCE ? new ResetLocalNode(slot, Undefined.INSTANCE)
                : new WriteLocalNode(slot, value);
    }

    private JSNode writeScope(Check check) {
        return new WriteScopeNode(cursor.unsigned(), cursor.unsigned(), cursor.unsigned(), check,
                check == Check.INITIALIZED ? cursor.string() : null, b.expression());
    }

    NewScopeNode newScope() {
        int slot = cursor.unsigned();
        int parent = cursor.optionalIndex();
        return new NewScopeNode(slot, parent, b.unit().scope(cursor.unsigned()));
    }
}
