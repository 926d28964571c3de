package org.ledgejs.language.nodes.build;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.call.ArgumentListNode;
import org.ledgejs.language.nodes.call.CallExpressionNode;
import org.ledgejs.language.nodes.call.EvalCallNode;
import org.ledgejs.language.nodes.call.ImportCallNode;
import org.ledgejs.language.nodes.call.NewNode;
import org.ledgejs.language.nodes.call.SuperCallNode;
import org.ledgejs.language.nodes.function.ArgumentNode;
import org.ledgejs.language.nodes.function.ArgumentsObjectNode;
import org.ledgejs.language.nodes.function.CalleeNode;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.nodes.function.EvalEnvironment;
import org.ledgejs.language.nodes.function.HomeObjectNode;
import org.ledgejs.language.nodes.function.NewTargetNode;
import org.ledgejs.language.nodes.function.RestNode;
import org.ledgejs.language.nodes.function.StaticScope;
import org.ledgejs.language.nodes.function.ThisNode;
import org.ledgejs.language.nodes.module.ImportMetaNode;
import org.ledgejs.language.runtime.ImportPhase;

/** Calls, and what a call brings. */
final class Calls {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Calls(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case THIS -> cursor.flags() == 1 ? new ThisNode.Sloppy() : new ThisNode();
            case CALLEE -> new CalleeNode();
            case NEW_TARGET -> new NewTargetNode();
            case HOME_OBJECT -> new HomeObjectNode();
            case ARGUMENT -> new ArgumentNode(cursor.unsigned());
            case REST -> new RestNode(cursor.unsigned());
            case ARGUMENTS -> new ArgumentsObjectNode();
            case ARGUMENTS_MAPPED -> new ArgumentsObjectNode(cursor.unsigned(), mapping());
            case CLOSURE_SCOPE -> new ClosureScopeNode();
            case IMPORT_META -> new ImportMetaNode();
            case CALL -> new CallExpressionNode.OfValue(b.expression(), arguments());
            case CALL_THIS -> new CallExpressionNode.WithThis(b.expression(), b.expression(), arguments());
            case CALL_METHOD -> new CallExpressionNode.OfMethod(b.expression(), b.string(), arguments());
            case CALL_INDEX -> new CallExpressionNode.OfElement(b.expression(), b.expression(), arguments());
            case NEW -> new NewNode(b.expression(), arguments());
            case SUPER_CALL -> new SuperCallNode(b.expression(), b.expression(), arguments());
            case CALL_EVAL -> eval();
            case IMPORT_CALL -> new ImportCallNode(b.expression(), b.expression(), ImportPhase.values()[cursor.unsigned()], b.unit());
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private int[] mapping() {
        int[] mapping = new int[cursor.unsigned()];
        for (int i = 0; i < mapping.length; i++) {
            mapping[i] = cursor.optionalIndex();
        }
        return mapping;
    }

    private ArgumentListNode arguments() {
        Literals.Members members = new Literals(b).members();
        return ArgumentListNode.create(members.expressions(), members.spread());
    }

    private JSNode eval() {
        JSNode callee = b.expression();
        int slot = cursor.optionalIndex();
        StaticScope scope = b.unit().scope(cursor.unsigned());
        int flags = cursor.flags();
        return new EvalCallNode(callee, arguments(), slot, new EvalEnvironment(scope, flags));
    }
}
