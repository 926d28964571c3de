package org.ledgejs.language.nodes.build;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.classes.ClassMemberNode;
import org.ledgejs.language.nodes.classes.ClassNode;
import org.ledgejs.language.nodes.classes.DecoratedMemberNode;
import org.ledgejs.language.nodes.classes.DecorationNode;
import org.ledgejs.language.nodes.classes.DefineFieldNode;
import org.ledgejs.language.nodes.classes.DefinePrivateNode;
import org.ledgejs.language.nodes.classes.HasPrivateNode;
import org.ledgejs.language.nodes.classes.InitializeFieldsNode;
import org.ledgejs.language.nodes.classes.MethodNode;
import org.ledgejs.language.nodes.classes.NewPrivateNameNode;
import org.ledgejs.language.nodes.function.ClosureNode;
import org.ledgejs.language.nodes.function.GuestFunctionData;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.literal.ObjectLiteralNode;
import org.ledgejs.language.nodes.literal.ObjectMemberNode;
import org.ledgejs.language.runtime.PropertyKey;

/** Functions, object literals and classes. */
final class Classes {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Classes(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case CLOSURE -> closure();
            case CLOSURE_NAMED -> new ClosureNode.Named(b.function(), cursor.optionalIndex(), b.expression());
            case CLOSURE_METHOD -> new ClosureNode.Method(b.function(), cursor.optionalIndex(), b.expression());
            case OBJECT -> object();
            case CLASS -> classDefinition();
            case HAS_PRIVATE -> new HasPrivateNode(b.expression(), b.expression());
            case NEW_PRIVATE_NAME -> new NewPrivateNameNode(cursor.string());
            case DEFINE_FIELD -> new DefineFieldNode(b.expression(), b.expression(), b.expression(), b.addedProperties());
            case DEFINE_PRIVATE -> new DefinePrivateNode(b.expression(), b.expression(), b.expression());
            case NEW_DECORATION -> new DecorationNode.New();
            case ADD_DECORATOR -> new DecorationNode.Add(b.expression(), cursor.unsigned(), b.expression(), b.expression());
            case APPLY_DECORATORS -> new DecorationNode.Apply(b.expression(), b.expression(), b.expression());
            case RUN_INITIALIZERS -> new DecorationNode.Run(b.expression(), cursor.unsigned(), b.expression());
            case INITIAL_VALUE -> new DecorationNode.InitialValue(b.expression(), cursor.unsigned(), b.expression(), b.expression());
            case INIT_FIELDS -> new InitializeFieldsNode(b.expression(), b.expression());
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private ClosureNode closure() {
        return new ClosureNode(b.function(), cursor.optionalIndex());
    }

    private JSNode object() {
        ObjectMemberNode[] members = new ObjectMemberNode[cursor.unsigned()];
        for (int i = 0; i < members.length; i++) {
            Op member = cursor.op();
            members[i] = switch (member) {
                case PROPERTY -> {
                    TruffleString name = b.string();
                    yield new ObjectMemberNode.Property(PropertyKey.of(name), b.expression(), b.addedProperties());
                }
                case PROPERTY_COMPUTED -> new ObjectMemberNode.Computed(b.expression(), b.expression());
                case PROTO -> new ObjectMemberNode.Prototype(b.expression());
                case SPREAD -> new ObjectMemberNode.Spread(b.expression());
                case METHOD, METHOD_COMPUTED -> method(member);
                default -> throw new IllegalArgumentException(member.name());
            };
        }
        return new ObjectLiteralNode(members);
    }

    private MethodNode method(Op op) {
        boolean computed = op == Op.METHOD_COMPUTED;
        JSNode key = computed ? b.expression() : ConstantNode.create(b.string());
        ClosureNode closure = closure();
        return new MethodNode(key, closure, !computed, cursor.flags());
    }

    private JSNode classDefinition() {
        GuestFunctionData constructor = b.function();
        int scopeSlot = cursor.optionalIndex();
        JSNode heritage = b.expression();
        JSNode name = b.expression();
        int initializer = cursor.optionalIndex();
        boolean derived = cursor.flags() == 1;
        ClassMemberNode[] members = new ClassMemberNode[cursor.unsigned()];
        for (int i = 0; i < members.length; i++) {
            Op member = cursor.op();
            members[i] = switch (member) {
                case METHOD, METHOD_COMPUTED -> new ClassMemberNode.Method(method(member));
                case METHOD_PRIVATE -> {
                    JSNode privateName = b.expression();
                    ClosureNode closure = closure();
                    yield new ClassMemberNode.PrivateMethod(privateName, closure, cursor.flags());
                }
                case DECORATED_METHOD ->
                    new DecoratedMemberNode(b.expression(), cursor.unsigned(), b.expression(), closure(), cursor.flags());
                case DECORATED_FIELD ->
                    new DecoratedMemberNode(b.expression(), cursor.unsigned(), b.expression(), null, cursor.flags());
                case EVALUATE -> new ClassMemberNode.Evaluate(b.expression());
                default -> throw new IllegalArgumentException(member.name());
            };
        }
        return new ClassNode(constructor, scopeSlot, heritage, name, initializer < 0 ? null : b.unit().function(initializer), derived, members);
    }
}
