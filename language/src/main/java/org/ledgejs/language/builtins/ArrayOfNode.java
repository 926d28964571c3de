package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.runtime.JSArray;

/** Array.of (§23.1.2.3). */
abstract class ArrayOfNode extends ArrayMethodNode {

    ArrayOfNode() {
        super(ArrayConstructor::of);
    }

    @Specialization
    final Object of(VirtualFrame frame, Object thisValue, @Cached ArrayAppendNode append) {
        return isArrayConstructor(frame, thisValue) ? ofArguments(frame, append) : generic(frame);
    }

    static JSArray ofArguments(VirtualFrame frame, ArrayAppendNode append) {
        JSArray array = JSArray.createEmpty(realm(frame));
        int count = count(frame);
        for (int i = 0; i < count; i++) {
            append.execute(array, argument(frame, i), count);
        }
        return array;
    }
}
