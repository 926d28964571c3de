package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.operator.Nullish;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** RequireObjectCoercible (ECMA-262 §7.2.1), or ToObject (§7.1.18): the source of an object pattern, the object of a with. */
public final class ObjectCoercionNode extends JSNode {
    @Child private JSNode operand;
    private final boolean toObject;

    public ObjectCoercionNode(JSNode operand, boolean toObject) {
        this.operand = operand;
        this.toObject = toObject;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = operand.execute(frame);
        if (value instanceof JSObject) {
            return value;
        }
        if (Nullish.test(value)) {
            throw error(value);
        }
        return toObject ? toObject(Realm.get(this), value) : value;
    }

    @TruffleBoundary
    private static Object toObject(Realm realm, Object value) {
        return Conversions.toObject(realm, value);
    }

    @TruffleBoundary
    private JSException error(Object value) {
        String what = Errors.describe(value);
        return Errors.typeError(toObject ? "Cannot convert undefined or null to object"
                : "Cannot destructure '" + SourceText.of(operand, what) + "' as it is " + what + ".", this);
    }
}
