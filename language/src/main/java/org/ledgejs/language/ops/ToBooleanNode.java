package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSHTMLDDA;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Undefined;

/** ToBoolean (ECMA-262 §7.1.2). */
@GenerateUncached
@GenerateInline(false)
public abstract class ToBooleanNode extends Node {
    @NeverDefault
    public static ToBooleanNode create() {
        return ToBooleanNodeGen.create();
    }

    public static ToBooleanNode getUncached() {
        return ToBooleanNodeGen.getUncached();
    }

    public abstract boolean execute(Object value);

    @Specialization
    static boolean ofBoolean(boolean value) {
        return value;
    }

    @Specialization
    static boolean ofInt(int value) {
        return value != 0;
    }

    @Specialization
    static boolean ofDouble(double value) {
        return value != 0 && !Double.isNaN(value);
    }

    @Specialization
    static boolean ofString(TruffleString value) {
        return !value.isEmpty();
    }

    @Specialization
    static boolean ofUndefined(@SuppressWarnings("unused") Undefined value) {
        return false;
    }

    @Specialization
    static boolean ofNull(@SuppressWarnings("unused") Null value) {
        return false;
    }

    @Specialization
    static boolean ofObject(JSObject value) {
        return !(value instanceof JSHTMLDDA);
    }

    @Specialization(replaces = {"ofBoolean", "ofInt", "ofDouble", "ofString", "ofUndefined", "ofNull", "ofObject"})
    @TruffleBoundary
    static boolean ofAny(Object value) {
        return Conversions.toBoolean(value);
    }
}
