package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.ObjectOperations;

/** The second half of IteratorStepValue (ECMA-262 §7.4.10): what a next method returned, taken apart. */
final class IteratorValueNode extends Node {
    @Child private GetPropertyNode getDone = GetPropertyNode.create(Iteration.DONE);
    @Child private ToBooleanNode toBoolean = ToBooleanNode.create();
    @Child private GetPropertyNode getValue = GetPropertyNode.create(Iteration.VALUE);

    private IteratorValueNode() { }

    @NeverDefault
    static IteratorValueNode create() {
        return new IteratorValueNode();
    }

    /** @return the value, or null when done, which the record then says */
    Object execute(IteratorRecord record, Object result) {
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object", this);
        }
        if (toBoolean.execute(getDone.execute(result))) {
            record.done = true;
            return null;
        }
        return getValue.execute(result);
    }
}
