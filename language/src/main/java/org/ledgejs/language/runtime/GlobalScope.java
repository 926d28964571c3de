package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The declarative record of a global environment (ECMA-262 §9.1.1.4): top-level let, const and class of scripts. Bindings are
 * properties of this internal object, so that nodes cache them by its shape like any other: constants are not writable,
 * and the value of an uninitialised binding is {@link #UNINITIALIZED}. Guest code never sees the object.
 */
public final class GlobalScope extends JSObject {
    /** The temporal dead zone. */
    public static final Object UNINITIALIZED = new Object();
    private static final Shape SCOPE_ROOT = shapeBuilder().shapeFlags(GLOBAL).build();

    GlobalScope() {
        super(SCOPE_ROOT, null);
    }

    /** CreateMutableBinding, CreateImmutableBinding. */
    @TruffleBoundary
    public void declare(TruffleString name, boolean constant) {
        Properties.put(this, name, UNINITIALIZED, constant ? PropertyFlags.NOT_WRITABLE : PropertyFlags.DEFAULT);
    }

    public boolean has(TruffleString name) {
        return Properties.has(this, name);
    }

    /** InitializeBinding. */
    @TruffleBoundary
    public void initialize(TruffleString name, Object value) {
        Properties.write(this, name, value);
    }

    /** There is such a binding, and it has its value. */
    @TruffleBoundary
    public boolean isInitialized(TruffleString name) {
        Object value = Properties.stored(this, name);
        return value != null && value != UNINITIALIZED;
    }

    public boolean isConstant(TruffleString name) {
        return !PropertyFlags.writable(Properties.flags(this, name));
    }

    /** The value of a binding, or null if there is no such binding. @throws JSException ReferenceError before its initialisation */
    @TruffleBoundary
    public Object read(TruffleString name) {
        Object value = Properties.stored(this, name);
        if (value == UNINITIALIZED) {
            throw Errors.uninitialized(name);
        }
        return value;
    }

    /** SetMutableBinding. @return false if there is no such binding */
    @TruffleBoundary
    public boolean write(TruffleString name, Object value) {
        int flags = Properties.flags(this, name);
        if (flags < 0) {
            return false;
        }
        read(name);
        if (!PropertyFlags.writable(flags)) {
            throw Errors.constantAssignment();
        }
        Properties.write(this, name, value);
        return true;
    }
}
