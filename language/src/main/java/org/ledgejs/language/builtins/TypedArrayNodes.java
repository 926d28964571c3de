package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.SetElementNode;
import org.ledgejs.language.ops.ToBooleanNode;
import org.ledgejs.language.ops.TypedArrayBounds;
import org.ledgejs.language.ops.VisitElementNode;
import org.ledgejs.language.runtime.JSTypedArray;

/** The getters loops ask in their condition, as nodes, and the methods that call a function for each element and make an array. */
final class TypedArrayNodes {
    private TypedArrayNodes() { }

    /** §23.2.3.21. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Length extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> TypedArrayNodesFactory.LengthNodeGen.create(arguments);

        private final TypedArrayBounds bounds = new TypedArrayBounds();

        @Specialization
        final int ofArray(JSTypedArray array) {
            return bounds.length(array);
        }

        @Fallback
        final Object other(Object thisValue) {
            return TypedArrayPrototype.thisArray(thisValue, "length");
        }
    }

    /** §23.2.3.3. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ByteLength extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> TypedArrayNodesFactory.ByteLengthNodeGen.create(arguments);

        @Specialization
        final int ofArray(JSTypedArray array) {
            return array.validLength() << array.elementType().shift();
        }

        @Fallback
        final Object other(Object thisValue) {
            return TypedArrayPrototype.thisArray(thisValue, "byteLength");
        }
    }

    /** §23.2.3.4. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ByteOffset extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> TypedArrayNodesFactory.ByteOffsetNodeGen.create(arguments);

        @Specialization
        final int ofArray(JSTypedArray array) {
            return array.isOutOfBounds() ? 0 : array.byteOffset();
        }

        @Fallback
        final Object other(Object thisValue) {
            return TypedArrayPrototype.thisArray(thisValue, "byteOffset");
        }
    }

    /** §23.2.3.22. */
    abstract static class Map extends ArrayLoopNode {
        private static final Builtin.Body TARGET = (realm, thisValue, args) -> {
            JSTypedArray array = (JSTypedArray) thisValue;
            return TypedArrayCreation.speciesCreateOfLength(array, array.validLength());
        };

        Map() {
            super(TypedArrayCallbacks::map, true);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument,
                @Cached VisitElementNode get, @Cached CallNode call, @Cached("create(true)") SetElementNode set) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSTypedArray array = (JSTypedArray) thisValue;
            int length = length(array);
            Object target = BuiltinRootNode.run(TARGET, frame.getArguments());
            for (int k = 0; k < length; k++) {
                set.execute(target, k, call(call, callback, thisArgument, get.execute(array, k), k, array));
            }
            count(length);
            return target;
        }
    }

    /** §23.2.3.10. */
    abstract static class Filter extends ArrayLoopNode {
        Filter() {
            super(TypedArrayCallbacks::filter, true);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument,
                @Cached VisitElementNode get, @Cached CallNode call, @Cached ToBooleanNode toBoolean) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSTypedArray array = (JSTypedArray) thisValue;
            int length = length(array);
            Object[] kept = new Object[length];
            int count = 0;
            for (int k = 0; k < length; k++) {
                Object element = get.execute(array, k);
                if (toBoolean.execute(call(call, callback, thisArgument, element, k, array))) {
                    kept[count++] = element;
                }
            }
            count(length);
            return finish(frame.getArguments(), kept, count);
        }

        @TruffleBoundary
        private static Object finish(Object[] arguments, Object[] kept, int count) {
            return BuiltinRootNode.run((realm, thisValue, args) -> TypedArrayCallbacks.createOf((JSTypedArray) thisValue, kept, count), arguments);
        }
    }
}
