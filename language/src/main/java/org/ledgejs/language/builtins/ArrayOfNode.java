package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;

/** Array.of (§23.1.2.3). */
abstract class ArrayOfNode extends ArrayMethodNode {

    ArrayOfNode() {
        super(ArrayConstructor::of);
    }

    @Specialization(guards = "isArrayConstructor(frame, constructor)")
    static JSArray ofArguments(VirtualFrame frame, @SuppressWarnings("unused") JSFunction constructor, @Cached ArrayAppendNode append) {
        JSArray target = JSArray.createEmpty(realm(frame));
        int count = count(frame);
        for (int i = 0; i < count; i++) {
            append.execute(target, argument(frame, i), count);
        }
        return target;
    }

    @Specialization
    final Object other(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue) {
        return generic(frame);
    }
}
