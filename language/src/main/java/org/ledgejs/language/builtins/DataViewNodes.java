package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSDataView;
import org.ledgejs.language.runtime.Undefined;

/** GetViewValue and SetViewValue (ECMA-262 §25.3.1.5, §25.3.1.6) as nodes: parsers of binary formats live on them. */
final class DataViewNodes {
    private DataViewNodes() { }

    static boolean isInBounds(JSDataView view, int index, ElementType type) {
        return index >= 0 && index <= view.viewByteLength() - type.size();
    }

    /** The offset in the buffer. @throws JSException RangeError outside the view */
    private static int checkedOffset(Object view, long index, ElementType type, String method) {
        JSDataView inBounds = DataViewPrototype.inBounds(view, method);
        if (index > inBounds.viewByteLength() - type.size()) {
            throw Errors.rangeError("Offset is outside the bounds of the DataView");
        }
        return inBounds.byteOffset() + (int) index;
    }

    private static long toIndex(Object index) {
        return Conversions.toIndex(index, "Offset is outside the bounds of the DataView");
    }

    /** getInt8 and its kin. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Get extends JSNode {
        final ElementType type;

        Get(ElementType type) {
            this.type = type;
        }

        static Builtin.NodeFactory of(ElementType type) {
            return arguments -> DataViewNodesFactory.GetNodeGen.create(type, arguments);
        }

        @Specialization(guards = {"isInBounds(view, index)", "isFlag(littleEndian)"})
        final Object inBounds(JSDataView view, int index, Object littleEndian) {
            return type.get(view.buffer().data(), view.byteOffset() + index, littleEndian instanceof Boolean little && little);
        }

        @Specialization(replaces = "inBounds")
        @TruffleBoundary
        final Object generic(Object view, Object index, Object littleEndian) {
            String method = "get" + type.prefix();
            DataViewPrototype.thisView(view, method);
            long position = toIndex(index);
            boolean little = Conversions.toBoolean(littleEndian);
            int offset = checkedOffset(view, position, type, method);
            return type.get(((JSDataView) view).buffer().data(), offset, little);
        }

        final boolean isInBounds(JSDataView view, int index) {
            return DataViewNodes.isInBounds(view, index, type);
        }

        static boolean isFlag(Object value) {
            return value instanceof Boolean || value == Undefined.INSTANCE;
        }
    }

    /** setInt8 and its kin. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Set extends JSNode {
        final ElementType type;
        final boolean bigInt;

        Set(ElementType type) {
            this.type = type;
            this.bigInt = type.isBigInt();
        }

        static Builtin.NodeFactory of(ElementType type) {
            return arguments -> DataViewNodesFactory.SetNodeGen.create(type, arguments);
        }

        @Specialization(guards = {"!bigInt", "isWritable(view, index)", "isFlag(littleEndian)"})
        final Object ofInt(JSDataView view, int index, int value, Object littleEndian) {
            type.set(view.buffer().data(), view.byteOffset() + index, value, littleEndian instanceof Boolean little && little);
            return Undefined.INSTANCE;
        }

        @Specialization(guards = {"!bigInt", "isWritable(view, index)", "isFlag(littleEndian)"}, replaces = "ofInt")
        final Object ofDouble(JSDataView view, int index, double value, Object littleEndian) {
            type.set(view.buffer().data(), view.byteOffset() + index, value, littleEndian instanceof Boolean little && little);
            return Undefined.INSTANCE;
        }

        @Specialization(replaces = "ofDouble")
        @TruffleBoundary
        final Object generic(Object view, Object index, Object value, Object littleEndian) {
            String method = "set" + type.prefix();
            if (DataViewPrototype.thisView(view, method).buffer().isImmutable()) {
                throw Errors.typeError("Cannot perform DataView.prototype." + method + " on an immutable ArrayBuffer");
            }
            long position = toIndex(index);
            Object numeric = type.coerce(value);
            boolean little = Conversions.toBoolean(littleEndian);
            int offset = checkedOffset(view, position, type, method);
            type.set(((JSDataView) view).buffer().data(), offset, numeric, little);
            return Undefined.INSTANCE;
        }

        final boolean isWritable(JSDataView view, int index) {
            return DataViewNodes.isInBounds(view, index, type) && !view.buffer().isImmutable();
        }

        static boolean isFlag(Object value) {
            return value instanceof Boolean || value == Undefined.INSTANCE;
        }
    }
}
