package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSHTMLDDA;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPlainObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Undefined;

/** The typeof operator on a value (ECMA-262 §13.5.3). */
@GenerateUncached
@GenerateInline(false)
public abstract class TypeOfNode extends Node {
    @NeverDefault
    public static TypeOfNode create() {
        return TypeOfNodeGen.create();
    }

    public static TypeOfNode getUncached() {
        return TypeOfNodeGen.getUncached();
    }

    /** @return one of the constants of {@link Comparison} */
    public abstract TruffleString execute(Object value);

    @Specialization
    static TruffleString ofInt(@SuppressWarnings("unused") int value) {
        return Comparison.NUMBER;
    }

    @Specialization
    static TruffleString ofDouble(@SuppressWarnings("unused") double value) {
        return Comparison.NUMBER;
    }

    @Specialization
    static TruffleString ofBoolean(@SuppressWarnings("unused") boolean value) {
        return Comparison.BOOLEAN;
    }

    @Specialization
    static TruffleString ofString(@SuppressWarnings("unused") TruffleString value) {
        return Comparison.STRING;
    }

    @Specialization
    static TruffleString ofFunction(JSFunction value) {
        return value instanceof JSHTMLDDA ? Comparison.UNDEFINED : Comparison.FUNCTION;
    }

    @Specialization
    static TruffleString ofUndefined(@SuppressWarnings("unused") Undefined value) {
        return Comparison.UNDEFINED;
    }

    @Specialization
    static TruffleString ofNull(@SuppressWarnings("unused") Null value) {
        return Comparison.OBJECT;
    }

    @Specialization(guards = "isPlain(value)")
    static TruffleString ofObject(@SuppressWarnings("unused") JSObject value) {
        return Comparison.OBJECT;
    }

    static boolean isPlain(JSObject value) {
        return value instanceof JSPlainObject || value instanceof JSArray;
    }

    @Specialization(replaces = {"ofInt", "ofDouble", "ofBoolean", "ofString", "ofFunction", "ofUndefined", "ofNull", "ofObject"})
    static TruffleString ofAny(Object value) {
        return Comparison.typeOf(value);
    }
}
