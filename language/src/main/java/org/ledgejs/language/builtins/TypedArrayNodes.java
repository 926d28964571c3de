package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSTypedArray;

/** The getters loops ask in their condition, as nodes. */
final class TypedArrayNodes {
    private TypedArrayNodes() { }

    /** §23.2.3.21. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Length extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> TypedArrayNodesFactory.LengthNodeGen.create(arguments);

        @Specialization
        final int ofArray(JSTypedArray array) {
            return array.validLength();
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
}
