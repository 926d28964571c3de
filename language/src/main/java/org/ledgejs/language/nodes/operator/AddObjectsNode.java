package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.ToPrimitiveNode;
import org.ledgejs.language.ops.ToStringNode;
import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Strings;

/** {@code +} where an operand is an object: what they are as primitive values goes on from there. */
final class AddObjectsNode extends Node {
    @Child private ToPrimitiveNode toPrimitiveLeft = ToPrimitiveNode.create(Hint.DEFAULT);
    @Child private ToPrimitiveNode toPrimitiveRight = ToPrimitiveNode.create(Hint.DEFAULT);
    @Child private ToStringNode toString = ToStringNode.create();
    @Child private TruffleString.ConcatNode concat = TruffleString.ConcatNode.create();

    private AddObjectsNode() { }

    @NeverDefault
    static AddObjectsNode create() {
        return new AddObjectsNode();
    }

    Object execute(Object left, Object right) {
        Object a = left instanceof JSObject object ? toPrimitiveLeft.execute(object) : left;
        Object b = right instanceof JSObject object ? toPrimitiveRight.execute(object) : right;
        if (!AddNode.isConcatenation(a, b)) {
            return Numerics.add(a, b, this);
        }
        TruffleString first = toString.execute(a);
        TruffleString second = toString.execute(b);
        Numerics.checkLength(first, second, this);
        return concat.execute(first, second, Strings.ENCODING, true);
    }
}
