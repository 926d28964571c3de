package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

/** IteratorClose (ECMA-262 §7.4.11) after a normal completion; after a throw use {@link Iteration#closeQuietly}. */
@GenerateInline(false)
public abstract class IteratorCloseNode extends Node {
    @NeverDefault
    public static IteratorCloseNode create() {
        return IteratorCloseNodeGen.create();
    }

    public abstract void execute(IteratorRecord record);

    @Specialization
    void close(IteratorRecord record, @Cached("createGet()") GetPropertyNode getReturn, @Cached CallNode call) {
        Object method = getReturn.execute(record.iterator);
        if (method == Undefined.INSTANCE || method == Null.INSTANCE) {
            return;
        }
        Object result = call.execute(method, record.iterator);
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object", this);
        }
    }

    @NeverDefault
    static GetPropertyNode createGet() {
        return GetPropertyNode.create(PropertyKey.of("return"));
    }
}
