package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArrayIterator;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.JSTableIterator;
import org.ledgejs.language.runtime.JSTypedArray;

/** The methods that loops get their iterators from: keys, values and entries. */
final class IteratorNodes {
    private IteratorNodes() { }

    private static String name(IteratorKind kind) {
        return switch (kind) {
            case KEYS -> "keys";
            case VALUES -> "values";
            case ENTRIES -> "entries";
        };
    }

    /** CreateArrayIterator (§23.1.5.1): §23.1.3.5, §23.1.3.19, §23.1.3.38. */
    abstract static class OverArray extends ArrayMethodNode {
        private final IteratorKind kind;

        OverArray(IteratorKind kind) {
            super((realm, thisValue, args) -> ArrayIteratorPrototype.iterator(realm, thisValue, kind));
            this.kind = kind;
        }

        @Specialization
        final JSArrayIterator ofObject(VirtualFrame frame, JSObject object) {
            return JSArrayIterator.create(realm(frame), object, kind);
        }

        @Fallback
        final Object other(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue) {
            return generic(frame);
        }
    }

    /** §23.2.3.7, §23.2.3.19, §23.2.3.35. */
    abstract static class OverTypedArray extends ArrayMethodNode {
        private final IteratorKind kind;

        OverTypedArray(IteratorKind kind) {
            super((realm, thisValue, args) -> JSArrayIterator.create(realm, TypedArrayPrototype.validThis(thisValue, name(kind)), kind));
            this.kind = kind;
        }

        @Specialization(guards = "!array.isOutOfBounds()")
        final JSArrayIterator ofArray(VirtualFrame frame, JSTypedArray array) {
            return JSArrayIterator.create(realm(frame), array, kind);
        }

        @Fallback
        final Object other(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue) {
            return generic(frame);
        }
    }

    /** §24.1.3.4, §24.1.3.8, §24.1.3.13. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class OverMap extends JSNode {
        private final IteratorKind kind;

        OverMap(IteratorKind kind) {
            this.kind = kind;
        }

        @Specialization
        final JSTableIterator ofMap(VirtualFrame frame, JSMap map) {
            return JSTableIterator.create(BuiltinRootNode.realm(frame), map, kind);
        }

        @Fallback
        @TruffleBoundary
        final Object other(Object thisValue) {
            return MapPrototype.thisMap(thisValue, name(kind));
        }
    }

    /** §24.2.4.6, §24.2.4.17. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class OverSet extends JSNode {
        private final IteratorKind kind;

        OverSet(IteratorKind kind) {
            this.kind = kind;
        }

        @Specialization
        final JSTableIterator ofSet(VirtualFrame frame, JSSet set) {
            return JSTableIterator.create(BuiltinRootNode.realm(frame), set, kind);
        }

        @Fallback
        @TruffleBoundary
        final Object other(Object thisValue) {
            return SetPrototype.thisSet(thisValue, name(kind));
        }
    }
}
