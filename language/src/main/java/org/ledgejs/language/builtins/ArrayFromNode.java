package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.GetMethodNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Array.from (§23.1.2.1) of an object, the function for its elements inlined. */
abstract class ArrayFromNode extends ArrayMethodNode {
    /** Room that is made at once, however long a length promises the result to be. */
    private static final int MAX_CAPACITY = 1 << 16;

    ArrayFromNode() {
        super(ArrayConstructor::from);
    }

    @Specialization
    final Object from(VirtualFrame frame, Object thisValue, Object value, Object mapper, Object thisArgument,
            @Cached("createGetIterator()") GetMethodNode getIterator,
            @Cached FromIterableNode fromIterable,
            @Cached FromArrayLikeNode fromArrayLike) {
        if (!(isArrayConstructor(frame, thisValue) && value instanceof JSObject items && isMapper(mapper))) {
            return generic(frame);
        }
        Object usingIterator = getIterator.execute(items);
        return usingIterator == Undefined.INSTANCE ? fromArrayLike.execute(realm(frame), items, mapper, thisArgument)
                : fromIterable.execute(realm(frame), items, usingIterator, mapper, thisArgument);
    }

    static boolean isMapper(Object mapper) {
        return mapper == Undefined.INSTANCE || mapper instanceof JSFunction;
    }

    @NeverDefault
    static GetMethodNode createGetIterator() {
        return GetMethodNode.create(Symbol.ITERATOR);
    }

    static final class FromIterableNode extends Node {
        @Child private CallNode callIterator = CallNode.create();
        @Child private GetPropertyNode getNext = GetPropertyNode.create(PropertyKey.of("next"));
        @Child private IteratorStepValueNode step = IteratorStepValueNode.create();
        @Child private CallNode callMapper = CallNode.create();
        @Child private ArrayAppendNode append = ArrayAppendNode.create();

        @NeverDefault
        static FromIterableNode create() {
            return new FromIterableNode();
        }

        JSArray execute(Realm realm, JSObject items, Object usingIterator, Object mapper, Object thisArgument) {
            JSArray target = JSArray.createEmpty(realm);
            IteratorRecord record = iterate(items, usingIterator);
            int k = 0;
            for (Object value = step.execute(record); value != null; value = step.execute(record), k++) {
                append.execute(target, mapper == Undefined.INSTANCE ? value : map(record, mapper, thisArgument, value, k));
                TruffleSafepoint.poll(this);
            }
            LoopNode.reportLoopCount(this, k);
            return target;
        }

        private IteratorRecord iterate(JSObject items, Object usingIterator) {
            Object iterator = callIterator.execute(usingIterator, items);
            return iterator instanceof JSObject ? new IteratorRecord(iterator, getNext.execute(iterator)) : Iteration.iteratorRecord(iterator);
        }

        private Object map(IteratorRecord record, Object mapper, Object thisArgument, Object value, int k) {
            try {
                return callMapper.execute(mapper, thisArgument, value, k);
            } catch (AbstractTruffleException e) {
                Iteration.closeQuietly(record);
                throw e;
            }
        }
    }

    static final class FromArrayLikeNode extends Node {
        @Child private GetPropertyNode getLength = GetPropertyNode.create(PropertyKey.of("length"));
        @Child private GetElementNode getElement = GetElementNode.create();
        @Child private CallNode callMapper = CallNode.create();
        @Child private ArrayAppendNode append = ArrayAppendNode.create();

        @NeverDefault
        static FromArrayLikeNode create() {
            return new FromArrayLikeNode();
        }

        JSArray execute(Realm realm, JSObject items, Object mapper, Object thisArgument) {
            Object value = getLength.execute(items);
            long length = value instanceof Integer i ? Math.max(0, i) : Conversions.toLength(value);
            if (length > ArrayBulk.MAX_LENGTH) {
                return ArrayConstructor.fromArrayLike(realm, items, length, mapper, thisArgument);
            }
            JSArray target = JSArray.createEmpty(realm);
            int capacity = (int) Math.min(length, MAX_CAPACITY);
            for (int k = 0; k < length; k++) {
                Object element = getElement.execute(items, k);
                append.execute(target, mapper == Undefined.INSTANCE ? element : callMapper.execute(mapper, thisArgument, element, k), capacity);
            }
            LoopNode.reportLoopCount(this, (int) length);
            return target;
        }
    }
}
