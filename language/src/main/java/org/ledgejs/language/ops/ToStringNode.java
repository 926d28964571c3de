package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Strings;

/** ToString (ECMA-262 §7.1.17). */
@GenerateInline(false)
@ImportStatic(Hint.class)
public abstract class ToStringNode extends Node {
    @NeverDefault
    public static ToStringNode create() {
        return ToStringNodeGen.create();
    }

    public abstract TruffleString execute(Object value);

    @Specialization
    static TruffleString ofString(TruffleString value) {
        return value;
    }

    @Specialization
    static TruffleString ofInt(int value, @Cached TruffleString.FromLongNode fromLong) {
        return fromLong.execute(value, Strings.ENCODING, true);
    }

    @Specialization
    static TruffleString ofBoolean(boolean value) {
        return Conversions.toString(value);
    }

    @Specialization
    static TruffleString ofObject(JSObject value, @Cached("create(STRING)") ToPrimitiveNode toPrimitive, @Cached ToStringNode toString) {
        return toString.execute(toPrimitive.execute(value));
    }

    @Specialization(replaces = {"ofString", "ofInt", "ofBoolean", "ofObject"})
    static TruffleString ofAny(Object value) {
        return Conversions.toString(value);
    }
}
