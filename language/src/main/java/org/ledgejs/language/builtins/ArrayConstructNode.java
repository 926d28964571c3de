package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Undefined;

/** The Array constructor (§23.1.1.1), called or constructed for itself: its prototype property is constant. */
abstract class ArrayConstructNode extends ArrayMethodNode {

    ArrayConstructNode() {
        super((realm, thisValue, args) -> ArrayConstructor.construct(realm, args.newTarget(), args));
    }

    @Specialization
    final Object construct(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue, Object first, @Cached ArrayAppendNode append) {
        if (!isPlain(frame)) {
            return generic(frame);
        }
        if (count(frame) != 1) {
            return ArrayOfNode.ofArguments(frame, append);
        }
        return first instanceof Integer length && length >= 0 ? JSArray.create(realm(frame), (long) length) : generic(frame);
    }

    static boolean isPlain(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        Object newTarget = arguments[Arguments.NEW_TARGET];
        return newTarget == Undefined.INSTANCE || newTarget == arguments[Arguments.FUNCTION];
    }
}
