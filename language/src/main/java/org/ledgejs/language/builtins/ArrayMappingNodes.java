package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.ops.ArraySpeciesNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.ToBooleanNode;
import org.ledgejs.language.ops.VisitElementNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.ObjectOperations;

/** Methods that call a function for each element and make an array of the results. */
final class ArrayMappingNodes {
    private ArrayMappingNodes() { }

    /** §23.1.3.21. */
    abstract static class Map extends ArrayLoopNode {
        Map() {
            super(ArrayCallbacks::map, false);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument,
                @Cached ArraySpeciesNode species, @Cached VisitElementNode get, @Cached CallNode call, @Cached ArrayAppendNode append) {
            if (!accepts(thisValue, callback) || !species.execute(realm(frame), (JSArray) thisValue)) {
                return generic(frame);
            }
            JSArray array = (JSArray) thisValue;
            int length = length(array);
            int capacity = array.strategy().isPacked() ? length : 1;
            JSArray target = JSArray.createEmpty(realm(frame));
            for (int k = 0; k < length; k++) {
                Object element = get.execute(array, k);
                if (element != null) {
                    Object result = call(call, callback, thisArgument, element, k, array);
                    if (target.length() < k) {
                        target.setLengthOrThrow(k);
                    }
                    append.execute(target, result, capacity);
                }
            }
            if (target.length() < length) {
                target.setLengthOrThrow(length);
            }
            count(length);
            return target;
        }
    }

    /** §23.1.3.8. */
    abstract static class Filter extends ArrayLoopNode {
        Filter() {
            super(ArrayCallbacks::filter, false);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument,
                @Cached ArraySpeciesNode species, @Cached VisitElementNode get, @Cached CallNode call, @Cached ToBooleanNode toBoolean,
                @Cached ArrayAppendNode append) {
            if (!accepts(thisValue, callback) || !species.execute(realm(frame), (JSArray) thisValue)) {
                return generic(frame);
            }
            JSArray array = (JSArray) thisValue;
            int length = length(array);
            JSArray target = JSArray.createEmpty(realm(frame));
            for (int k = 0; k < length; k++) {
                Object element = get.execute(array, k);
                if (element != null && toBoolean.execute(call(call, callback, thisArgument, element, k, array))) {
                    append.execute(target, element);
                }
            }
            count(length);
            return target;
        }
    }

    /** §23.1.3.14. */
    abstract static class FlatMap extends ArrayLoopNode {
        FlatMap() {
            super(ArrayCopying::flatMap, false);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument,
                @Cached ArraySpeciesNode species, @Cached VisitElementNode get, @Cached CallNode call, @Cached VisitElementNode getNested,
                @Cached ArrayAppendNode append) {
            if (!accepts(thisValue, callback) || !species.execute(realm(frame), (JSArray) thisValue)) {
                return generic(frame);
            }
            JSArray array = (JSArray) thisValue;
            int length = length(array);
            JSArray target = JSArray.createEmpty(realm(frame));
            for (int k = 0; k < length; k++) {
                Object element = get.execute(array, k);
                if (element == null) {
                    continue;
                }
                Object result = call(call, callback, thisArgument, element, k, array);
                if (result instanceof JSArray nested && fits(nested.length())) {
                    appendAll(target, nested, getNested, append);
                } else if (ObjectOperations.isArray(result)) {
                    ArrayCopying.appendElements(target, result);
                } else {
                    append.execute(target, result);
                }
            }
            count(length);
            return target;
        }

        private static void appendAll(JSArray target, JSArray source, VisitElementNode get, ArrayAppendNode append) {
            int length = source.intLength();
            for (int i = 0; i < length; i++) {
                Object element = get.execute(source, i);
                if (element != null) {
                    append.execute(target, element);
                }
            }
        }
    }
}
