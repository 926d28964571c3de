package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.TypeOfNode;
import org.ledgejs.language.runtime.Comparison;

/** {@code typeof x === 'name'} (ECMA-262 §13.5.3, §13.11): tests the type and compares no strings. */
public final class TypeOfEqualNode extends JSNode {
    @Child private JSNode operand;
    @Child private TypeOfNode typeOf = TypeOfNode.create();
    /** Null if no value has this type. */
    private final TruffleString type;

    public TypeOfEqualNode(JSNode operand, TruffleString name) {
        this.operand = operand;
        this.type = Comparison.typeNamed(name);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return typeOf.execute(operand.execute(frame)) == type;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return executeBoolean(frame);
    }
}
