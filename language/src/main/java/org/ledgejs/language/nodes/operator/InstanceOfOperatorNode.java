package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.ops.InstanceOfNode;

/** {@code instanceof} (ECMA-262 §13.10.2). */
public abstract class InstanceOfOperatorNode extends BinaryNode {
    @Specialization
    static boolean doAny(Object value, Object target, @Cached InstanceOfNode instanceOf) {
        return instanceOf.execute(value, target);
    }
}
