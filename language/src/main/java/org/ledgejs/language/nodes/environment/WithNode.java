package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Names in an object environment (ECMA-262 §9.1.1.2): a with statement, or the variables of a sloppy eval. */
public final class WithNode extends JSNode {
    /** HAS a binding; its value; its value set. */
    public enum Action { HAS, GET, SET }

    private final Action action;
    @Child private JSNode object;
    private final Object key;
    @Child private JSNode value;
    /** Of HAS: whether @@unscopables counts; of the others: strict. */
    private final boolean flag;

    /** @param value null but for SET */
    public WithNode(Action action, JSNode object, TruffleString name, JSNode value, boolean flag) {
        this.action = action;
        this.object = object;
        this.key = PropertyKey.of(name);
        this.value = value;
        this.flag = flag;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        Object newValue = value == null ? null : value.execute(frame);
        return apply((JSObject) target, newValue);
    }

    @TruffleBoundary
    private Object apply(JSObject target, Object newValue) {
        switch (action) {
            case HAS:
                return has(target);
            case GET:
                if (!target.hasProperty(key)) {
                    return missing(Undefined.INSTANCE);
                }
                return target.get(key);
            default:
                // The binding may be gone by now (§9.1.1.2.5).
                if (!target.hasProperty(key) && flag) {
                    return missing(newValue);
                }
                ObjectOperations.set(target, key, newValue, flag);
                return newValue;
        }
    }

    private Object missing(Object result) {
        if (flag) {
            throw Errors.referenceError(PropertyKey.toDisplay(key) + " is not defined", this);
        }
        return result;
    }

    /** HasBinding (§9.1.1.2.1). */
    private boolean has(JSObject target) {
        if (!target.hasProperty(key)) {
            return false;
        }
        if (!flag) {
            return true;
        }
        return !(target.get(Symbol.UNSCOPABLES) instanceof JSObject unscopables && Conversions.toBoolean(unscopables.get(key)));
    }
}
