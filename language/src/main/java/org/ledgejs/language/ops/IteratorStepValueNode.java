package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayIterator;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSStringIterator;
import org.ledgejs.language.runtime.JSTableIterator;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Undefined;

/** IteratorStepValue (ECMA-262 §7.4.10): the next value, or null when done. A throw marks the record done. */
@GenerateInline(false)
public abstract class IteratorStepValueNode extends Node {
    static final int KINDS = 3;

    @NeverDefault
    public static IteratorStepValueNode create() {
        return IteratorStepValueNodeGen.create();
    }

    public abstract Object execute(IteratorRecord record);

    /** An array iterator over an array, with the next method it was born with: no result objects. */
    @Specialization(guards = {"record.isArrayIterator()", "kind(record) == kind", "overArray(record)"}, limit = "KINDS")
    static Object ofArray(IteratorRecord record, @Cached("kind(record)") IteratorKind kind, @Shared @Cached GetElementNode getElement) {
        JSArrayIterator iterator = (JSArrayIterator) record.iterator;
        JSArray array = (JSArray) iterator.array();
        try {
            long index = array == null ? -1 : iterator.advance();
            if (index < 0) {
                record.done = true;
                return null;
            }
            Object element = kind == IteratorKind.KEYS ? null : index > Integer.MAX_VALUE ? array.getIndex(index) : getElement.execute(array, (int) index);
            return value(record, kind, index, element);
        } catch (Throwable t) {
            record.done = true;
            iterator.end();
            throw t;
        }
    }

    private static Object value(IteratorRecord record, IteratorKind kind, long index, Object element) {
        if (kind == IteratorKind.VALUES) {
            return element;
        }
        Object key = Conversions.number(index);
        return kind == IteratorKind.KEYS ? key : JSArray.create(((JSFunction) record.next).realm(), key, element);
    }

    static IteratorKind kind(IteratorRecord record) {
        return ((JSArrayIterator) record.iterator).kind();
    }

    static boolean overArray(IteratorRecord record) {
        JSObject array = ((JSArrayIterator) record.iterator).array();
        return array == null || array instanceof JSArray;
    }

    /** As above, over a typed array. */
    @Specialization(guards = {"record.isArrayIterator()", "kind(record) == kind", "overTypedArray(record)"}, limit = "KINDS")
    static Object ofTypedArray(IteratorRecord record, @Cached("kind(record)") IteratorKind kind, @Shared @Cached GetElementNode getElement) {
        JSArrayIterator iterator = (JSArrayIterator) record.iterator;
        JSTypedArray array = (JSTypedArray) iterator.array();
        try {
            long index = iterator.advance();
            if (index < 0) {
                record.done = true;
                return null;
            }
            return value(record, kind, index, kind == IteratorKind.KEYS ? null : getElement.execute(array, (int) index));
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }

    static boolean overTypedArray(IteratorRecord record) {
        return ((JSArrayIterator) record.iterator).array() instanceof JSTypedArray;
    }

    /** An iterator of a Map or Set, likewise. */
    @Specialization(guards = "record.isTableIterator()")
    static Object ofTable(IteratorRecord record) {
        JSTableIterator iterator = (JSTableIterator) record.iterator;
        int index = iterator.advance();
        if (index < 0) {
            record.done = true;
            return null;
        }
        return iterator.get(((JSFunction) record.next).realm(), index);
    }

    /** An iterator of a string, likewise. */
    @Specialization(guards = "record.isStringIterator()")
    static Object ofString(IteratorRecord record) {
        TruffleString character = ((JSStringIterator) record.iterator).advance();
        record.done = character == null;
        return character;
    }

    /** A generator: no result objects, but those that a yield* hands on. */
    @Specialization(guards = "record.isGenerator()")
    static Object ofGenerator(IteratorRecord record, @Cached ResumeGeneratorNode resume, @Shared @Cached IteratorValueNode value) {
        JSGenerator generator = (JSGenerator) record.iterator;
        try {
            Object result = resume.execute(generator, ResumeMode.NEXT, Undefined.INSTANCE);
            if (generator.isCompleted()) {
                record.done = true;
                return null;
            }
            return generator.yieldedResult() ? value.execute(record, result) : result;
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }

    @Specialization(replaces = {"ofArray", "ofTypedArray", "ofTable", "ofString", "ofGenerator"})
    static Object ofAny(IteratorRecord record, @Cached CallNode call, @Shared @Cached IteratorValueNode value) {
        try {
            return value.execute(record, call.execute(record.next, record.iterator));
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }
}
