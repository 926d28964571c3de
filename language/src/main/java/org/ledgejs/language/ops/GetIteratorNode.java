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
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
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

    /** A parent that knows how the program writes what it iterates. */
    public interface OfExpression {
        /** @return null where there is no text of it */
        String iterableText();
    }

    private JSException notIterable(Object value) {
        String text = getParent() instanceof OfExpression parent ? parent.iterableText() : null;
        return text == null ? Errors.notIterable(value, this) : Errors.typeError(text + " is not iterable", this);
    }

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
    private IteratorRecord slow(Object iterable, Object method) {
        if (!ObjectOperations.isCallable(method)) {
            throw notIterable(iterable);
        }
        return Iteration.getIterator(iterable, method);
    }

    @Specialization(guards = "!isJSObject(iterable)")
    @TruffleBoundary
    IteratorRecord ofOther(Object iterable) {
        Object method = Iteration.iteratorMethod(iterable);
        if (!ObjectOperations.isCallable(method)) {
            throw notIterable(iterable);
        }
        return Iteration.getIterator(iterable, method);
    }

    static boolean isJSObject(Object value) {
        return value instanceof JSObject;
    }
}
