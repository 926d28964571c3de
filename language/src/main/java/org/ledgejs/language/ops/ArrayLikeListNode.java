package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Exclusive;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSArguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.ObjectOperations;

/** The arguments that are handed over in one object: CreateListFromArrayLike (ECMA-262 §7.3.18). */
@ReportPolymorphism
@GenerateInline(false)
public abstract class ArrayLikeListNode extends Node {
    /** Up to this length an array that the compiler sees made is none in compiled code. */
    static final int SHORT = 8;
    static final int LENGTHS = 3;
    /** Beyond it one loop in Java is quicker, above all where nodes are interpreted. */
    static final int MEDIUM = 32;

    @NeverDefault
    public static ArrayLikeListNode create() {
        return ArrayLikeListNodeGen.create();
    }

    /** @return a fresh array */
    public abstract Object[] execute(Object value);

    @Specialization(guards = {"length <= SHORT", "array.length() == length"}, limit = "LENGTHS")
    @ExplodeLoop
    static Object[] ofShort(JSArray array, @Cached("array.length()") long length, @Exclusive @Cached GetElementNode get) {
        Object[] list = new Object[(int) length];
        for (int i = 0; i < list.length; i++) {
            list[i] = get.execute(array, i);
        }
        return list;
    }

    @Specialization(guards = "array.length() <= MEDIUM", replaces = "ofShort")
    static Object[] ofArray(JSArray array, @Exclusive @Cached GetElementNode get) {
        Object[] list = new Object[array.intLength()];
        for (int i = 0; i < list.length; i++) {
            list[i] = get.execute(array, i);
        }
        return list;
    }

    @Specialization(guards = "object.isUntouched()")
    static Object[] ofArguments(JSArguments object) {
        return object.copyValues();
    }

    @Fallback
    @TruffleBoundary
    static Object[] ofAny(Object value) {
        return ObjectOperations.createListFromArrayLike(value);
    }
}
