package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.TypeOfNode;

/** {@code typeof} (ECMA-262 §13.5.3). */
public abstract class TypeOfOperatorNode extends UnaryNode {
    public abstract JSNode getOperand();

    @Specialization
    static TruffleString doAny(Object value, @Cached TypeOfNode typeOf) {
        return typeOf.execute(value);
    }
}
