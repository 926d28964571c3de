package org.ledgejs.language.nodes.build;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.pattern.ArrayPatternNode;
import org.ledgejs.language.nodes.pattern.PatternElementNode;
import org.ledgejs.language.nodes.property.DeleteNode;
import org.ledgejs.language.nodes.property.ElementNode;
import org.ledgejs.language.nodes.property.ObjectCoercionNode;
import org.ledgejs.language.nodes.property.ObjectRestNode;
import org.ledgejs.language.nodes.property.PrivatePropertyNode;
import org.ledgejs.language.nodes.property.PropertyNode;
import org.ledgejs.language.nodes.property.SuperBaseNode;
import org.ledgejs.language.nodes.property.SuperPropertyNode;
import org.ledgejs.language.nodes.property.WriteElementNodeGen;
import org.ledgejs.language.nodes.property.WritePropertyNode;
import org.ledgejs.language.runtime.PropertyKey;

/** Property access, and the patterns that destructure. */
final class Properties {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Properties(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case GET -> get(b.expression(), b.string());
            case GET_INDEX -> new ElementNode(b.expression(), b.expression());
            case GET_PRIVATE -> new PrivatePropertyNode(b.expression(), b.expression());
            case SUPER_BASE -> new SuperBaseNode(b.expression());
            case GET_SUPER -> new SuperPropertyNode(b.expression(), b.expression(), b.expression());
            case SET -> set(b.expression(), b.string(), b.expression(), cursor.flags() == 1);
            case SET_INDEX -> {
                JSNode object = b.expression();
                JSNode key = b.expression();
                JSNode value = b.expression();
                yield WriteElementNodeGen.create(cursor.flags() == 1, object, key, value);
            }
            case SET_PRIVATE -> new PrivatePropertyNode.Write(b.expression(), b.expression(), b.expression());
            case SET_SUPER -> new SuperPropertyNode.Write(b.expression(), b.expression(), b.expression(), b.expression(), cursor.flags() == 1);
            case DELETE -> new DeleteNode(b.expression(), b.expression(), cursor.flags() == 1);
            case REQUIRE_OBJECT_COERCIBLE -> new ObjectCoercionNode(b.expression(), false);
            case TO_OBJECT -> new ObjectCoercionNode(b.expression(), true);
            case OBJECT_REST -> new ObjectRestNode(b.expression(), b.expressions());
            case ARRAY_PATTERN -> arrayPattern();
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private static boolean isIndex(TruffleString name) {
        return PropertyKey.isIndex(PropertyKey.of(name));
    }

    private static JSNode get(JSNode object, TruffleString name) {
        return isIndex(name) ? new ElementNode(object, ConstantNode.create(name)) : new PropertyNode(object, name);
    }

    private JSNode set(JSNode object, TruffleString name, JSNode value, boolean strict) {
        return isIndex(name) ? WriteElementNodeGen.create(strict, object, ConstantNode.create(name), value)
                : new WritePropertyNode(object, name, value, strict, b.addedProperties());
    }

    private JSNode arrayPattern() {
        JSNode source = b.expression();
        int mark = b.suspensions();
        PatternElementNode[] elements = new PatternElementNode[cursor.unsigned()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = switch (cursor.op()) {
                case ELEMENT_ITEM -> new PatternElementNode.Item(b.expression(), cursor.unsigned(), b.expression());
                case ELEMENT_REST -> new PatternElementNode.Rest(b.expression(), cursor.unsigned(), b.expression());
                default -> new PatternElementNode.Elision();
            };
        }
        return b.suspendedSince(mark) ? new ArrayPatternNode(source, elements, b.newSlot(), b.newSlot())
                : new ArrayPatternNode(source, elements, -1, -1);
    }
}
