package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArraySpeciesNode;
import org.ledgejs.language.ops.LacksPropertyNode;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;

/** Methods that make an array of parts of others. */
final class ArrayCopyNodes {
    private ArrayCopyNodes() { }

    /** §23.1.3.28. */
    abstract static class Slice extends ArrayMethodNode {
        Slice() {
            super(ArrayCopying::slice);
        }

        @Specialization
        final Object slice(VirtualFrame frame, Object thisValue, Object start, Object end, @Cached ArraySpeciesNode species) {
            Realm realm = realm(frame);
            if (!(thisValue instanceof JSArray array && array.isPlainToRead() && isPosition(start) && isPosition(end) && species.execute(realm, array))) {
                return generic(frame);
            }
            int from = (int) RelativeIndex.start(start, array.length());
            return ArrayBulk.slice(realm, array, from, (int) RelativeIndex.end(end, array.length()));
        }
    }

    /** §23.1.3.31. */
    abstract static class Splice extends ArrayMethodNode {
        Splice() {
            super(ArrayMutation::splice);
        }

        @Specialization
        final Object splice(VirtualFrame frame, Object thisValue, Object start, Object deleteCount, @Cached ArraySpeciesNode species) {
            Realm realm = realm(frame);
            if (!(thisValue instanceof JSArray array && array.isPlainToWrite() && hasRoom(frame, array) && isPosition(start) && isPosition(deleteCount)
                    && species.execute(realm, array))) {
                return generic(frame);
            }
            long length = array.length();
            int from = (int) RelativeIndex.start(start, length);
            int deleted = (int) RelativeIndex.skipCount(count(frame), deleteCount, length, from);
            JSArray removed = ArrayBulk.slice(realm, array, from, from + deleted);
            ArrayBulk.splice(array, from, deleted, rest(frame, 2));
            return removed;
        }
    }

    /** §23.1.3.2. */
    abstract static class Concat extends ArrayMethodNode {
        Concat() {
            super(ArrayCopying::concat);
        }

        @Specialization
        final Object concat(VirtualFrame frame, Object thisValue, @Cached ArraySpeciesNode species, @Cached("createLacks()") LacksPropertyNode isUsual) {
            Realm realm = realm(frame);
            if (!(thisValue instanceof JSArray array && species.execute(realm, array) && isCopied(array, isUsual))) {
                return generic(frame);
            }
            Object[] items = new Object[1 + count(frame)];
            items[0] = array;
            for (int i = 1; i < items.length; i++) {
                items[i] = argument(frame, i - 1);
                if (!isCopied(items[i], isUsual)) {
                    return generic(frame);
                }
            }
            JSArray result = ArrayBulk.concat(realm, items);
            return result == null ? generic(frame) : result;
        }

        /** The elements are copied if it is an array, else it is itself an element; nobody is asked. */
        private static boolean isCopied(Object item, LacksPropertyNode isUsual) {
            return !(item instanceof JSObject object) || isUsual.execute(object) && (!(object instanceof JSArray array) || array.isPlainToRead());
        }

        @NeverDefault
        static LacksPropertyNode createLacks() {
            return LacksPropertyNode.create(Symbol.IS_CONCAT_SPREADABLE);
        }
    }
}
