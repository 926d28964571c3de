package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** {@code this} as the caller passed it. */
public class ThisNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        return frame.getArguments()[Arguments.THIS];
    }

    /** {@code this} of a sloppy function: an object always (ECMA-262 §10.2.1.2), ours or a foreign one. */
    public static final class Sloppy extends ThisNode {
        @Override
        public Object execute(VirtualFrame frame) {
            Object value = frame.getArguments()[Arguments.THIS];
            return value instanceof JSObject ? value : convert(value);
        }

        private Object convert(Object value) {
            Realm realm = Realm.get(this);
            return value == Undefined.INSTANCE || value == Null.INSTANCE ? realm.globalObject() : ForeignValues.isForeign(value) ? value : wrap(realm, value);
        }

        @TruffleBoundary
        private static Object wrap(Realm realm, Object value) {
            return Conversions.toObject(realm, value);
        }
    }
}
