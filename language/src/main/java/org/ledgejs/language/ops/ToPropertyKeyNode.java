package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;

/** ToPropertyKey (ECMA-262 §7.1.19), to a key as {@link PropertyKey} describes. */
@GenerateUncached
@GenerateInline(false)
public abstract class ToPropertyKeyNode extends Node {
    @NeverDefault
    public static ToPropertyKeyNode create() {
        return ToPropertyKeyNodeGen.create();
    }

    public static ToPropertyKeyNode getUncached() {
        return ToPropertyKeyNodeGen.getUncached();
    }

    public abstract Object execute(Object value);

    @Specialization
    static Symbol ofSymbol(Symbol value) {
        return value;
    }

    @Specialization
    static Object ofString(TruffleString value) {
        return PropertyKey.of(value);
    }

    @Specialization(guards = "value >= 0")
    static Object ofIndex(int value) {
        return (long) value;
    }

    @Specialization(replaces = {"ofSymbol", "ofString", "ofIndex"})
    static Object ofAny(Object value) {
        return Conversions.toPropertyKey(value);
    }
}
