package org.ledgejs.language.nodes.build;

import java.util.Arrays;
import java.util.Objects;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.RestNode;
import org.ledgejs.language.nodes.literal.ArrayLiteralNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.literal.RegExpLiteralNode;
import org.ledgejs.language.nodes.literal.SpreadNode;
import org.ledgejs.language.nodes.literal.TemplateNode;
import org.ledgejs.language.nodes.literal.TemplateObjectNode;
import org.ledgejs.language.nodes.literal.ThrowErrorNode;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Literals but objects and classes. */
final class Literals {
    private final NodeBuilder b;
    private final CodeCursor cursor;

    Literals(NodeBuilder builder) {
        this.b = builder;
        this.cursor = builder.cursor();
    }

    JSNode build(Op op) {
        return switch (op) {
            case UNDEFINED -> ConstantNode.create(Undefined.INSTANCE);
            case NULL -> ConstantNode.create(Null.INSTANCE);
            case TRUE -> ConstantNode.create(true);
            case FALSE -> ConstantNode.create(false);
            case INT32 -> ConstantNode.create(cursor.signed());
            case NUMBER -> ConstantNode.create(cursor.number());
            case STRING_LITERAL -> ConstantNode.create(b.string());
            case BIGINT -> ConstantNode.create(BigInt.parse(cursor.string()));
            case REGEXP -> new RegExpLiteralNode(b.string(), b.string());
            case TEMPLATE -> new TemplateNode(b.expressions());
            case TEMPLATE_OBJECT -> templateObject();
            case ARRAY -> array();
            case THROW_ERROR -> new ThrowErrorNode(cursor.unsigned(), cursor.string());
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    private JSNode templateObject() {
        int site = cursor.offset();
        Object[] cooked = new Object[cursor.unsigned()];
        for (int i = 0; i < cooked.length; i++) {
            String s = cursor.optionalString();
            cooked[i] = s == null ? Undefined.INSTANCE : Strings.constant(s);
        }
        return new TemplateObjectNode(b.unit(), site, cooked, b.strings());
    }

    private JSNode array() {
        Members members = members();
        boolean regular = members.spread == null && Arrays.stream(members.expressions).allMatch(Objects::nonNull);
        return regular ? new ArrayLiteralNode(members.expressions) : new ArrayLiteralNode.Irregular(members.expressions, members.spread);
    }

    /** Elements of an array or arguments: null for a hole; spread is null if nothing is spread. */
    record Members(JSNode[] expressions, boolean[] spread) { }

    Members members() {
        JSNode[] expressions = new JSNode[cursor.unsigned()];
        boolean[] spread = null;
        for (int i = 0; i < expressions.length; i++) {
            Op member = cursor.op();
            switch (member) {
                case ITEM -> expressions[i] = b.expression();
                case SPREAD -> {
                    spread = spread == null ? new boolean[expressions.length] : spread;
                    spread[i] = true;
                    JSNode operand = b.expression();
                    expressions[i] = operand instanceof RestNode rest ? new SpreadNode.OfArguments(rest.index()) : new SpreadNode(operand);
                }
                case HOLE -> expressions[i] = null;
                default -> throw new IllegalArgumentException(member.name());
            }
        }
        return new Members(expressions, spread);
    }
}
