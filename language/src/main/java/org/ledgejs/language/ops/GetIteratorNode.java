package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;

/** GetIterator with kind sync (ECMA-262 §7.4.4). */
@GenerateInline(false)
public abstract class GetIteratorNode extends Node {
    @NeverDefault
    public static GetIteratorNode create() {
        return GetIteratorNodeGen.create();
    }

    public abstract IteratorRecord execute(Object iterable);

    @Specialization
    IteratorRecord ofObject(JSObject iterable, @Cached("createGet()") GetPropertyNode getMethod,
            @Cached CallNode call, @Cached("createNext()") GetPropertyNode getNext) {
        Object method = getMethod.execute(iterable);
        if (!(method instanceof JSFunction)) {
            return slow(iterable, method);
        }
        Object iterator = call.execute(method, iterable);
        if (!(iterator instanceof JSObject)) {
            throw Errors.typeError("Result of the Symbol.iterator method is not an object", this);
        }
        return new IteratorRecord(iterator, getNext.execute(iterator));
    }

    @NeverDefault
    static GetPropertyNode createGet() {
        return GetPropertyNode.create(Symbol.ITERATOR);
    }

    @NeverDefault
    static GetPropertyNode createNext() {
        return GetPropertyNode.create(PropertyKey.of("next"));
    }

    @TruffleBoundary
    private static IteratorRecord slow(Object iterable, Object method) {
        return Iteration.getIterator(iterable, method);
    }

    @Specialization(guards = "!isJSObject(iterable)")
    @TruffleBoundary
    static IteratorRecord ofOther(Object iterable) {
        return Iteration.getIterator(iterable);
    }

    static boolean isJSObject(Object value) {
        return value instanceof JSObject;
    }
}
