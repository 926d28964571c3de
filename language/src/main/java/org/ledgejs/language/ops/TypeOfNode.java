package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSHTMLDDA;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

/** The typeof operator on a value (ECMA-262 §13.5.3). */
@GenerateUncached
@GenerateInline(false)
public abstract class TypeOfNode extends Node {
    private static final TruffleString NUMBER = PropertyKey.of("number");
    private static final TruffleString STRING = PropertyKey.of("string");
    private static final TruffleString BOOLEAN = PropertyKey.of("boolean");
    private static final TruffleString FUNCTION = PropertyKey.of("function");
    private static final TruffleString UNDEFINED = PropertyKey.of("undefined");

    @NeverDefault
    public static TypeOfNode create() {
        return TypeOfNodeGen.create();
    }

    public static TypeOfNode getUncached() {
        return TypeOfNodeGen.getUncached();
    }

    public abstract TruffleString execute(Object value);

    @Specialization
    static TruffleString ofInt(@SuppressWarnings("unused") int value) {
        return NUMBER;
    }

    @Specialization
    static TruffleString ofDouble(@SuppressWarnings("unused") double value) {
        return NUMBER;
    }

    @Specialization
    static TruffleString ofBoolean(@SuppressWarnings("unused") boolean value) {
        return BOOLEAN;
    }

    @Specialization
    static TruffleString ofString(@SuppressWarnings("unused") TruffleString value) {
        return STRING;
    }

    @Specialization
    static TruffleString ofFunction(JSFunction value) {
        return value instanceof JSHTMLDDA ? UNDEFINED : FUNCTION;
    }

    @Specialization
    static TruffleString ofUndefined(@SuppressWarnings("unused") Undefined value) {
        return UNDEFINED;
    }

    @Specialization(replaces = {"ofInt", "ofDouble", "ofBoolean", "ofString", "ofFunction", "ofUndefined"})
    static TruffleString ofAny(Object value) {
        return Comparison.typeOf(value);
    }
}
