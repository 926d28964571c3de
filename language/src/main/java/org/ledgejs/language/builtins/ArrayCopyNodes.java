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
@SuppressWarnings("unused")
final class ArrayCopyNodes {
    private ArrayCopyNodes() { }

    /** §23.1.3.28. */
    abstract static class Slice extends ArrayMethodNode {
        Slice() {
            super(ArrayCopying::slice);
        }

        @Specialization(guards = {"isPlainToRead(array)", "isPosition(start)", "isPosition(end)", "species.execute(realm(frame), array)"}, limit = "1")
        static JSArray ofPlain(VirtualFrame frame, JSArray array, Object start, Object end,
                @Cached ArraySpeciesNode species) {
            int from = (int) RelativeIndex.start(start, array.length());
            return ArrayBulk.slice(realm(frame), array, from, (int) RelativeIndex.end(end, array.length()));
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object start, Object end) {
            return generic(frame);
        }
    }

    /** §23.1.3.31. */
    abstract static class Splice extends ArrayMethodNode {
        Splice() {
            super(ArrayMutation::splice);
        }

        @Specialization(guards = {"isPlainToWrite(array)", "hasRoom(frame, array)", "isPosition(start)", "isPosition(deleteCount)",
                "species.execute(realm(frame), array)"}, limit = "1")
        static JSArray ofPlain(VirtualFrame frame, JSArray array, Object start, Object deleteCount,
                @Cached ArraySpeciesNode species) {
            long length = array.length();
            int from = (int) RelativeIndex.start(start, length);
            int deleted = (int) RelativeIndex.skipCount(count(frame), deleteCount, length, from);
            JSArray removed = ArrayBulk.slice(realm(frame), array, from, from + deleted);
            ArrayBulk.splice(array, from, deleted, rest(frame, 2));
            return removed;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object start, Object deleteCount) {
            return generic(frame);
        }
    }

    /** §23.1.3.2. */
    abstract static class Concat extends ArrayMethodNode {
        Concat() {
            super(ArrayCopying::concat);
        }

        @Specialization(guards = {"isPlainToRead(array)", "species.execute(realm(frame), array)"}, limit = "1")
        final Object ofPlain(VirtualFrame frame, JSArray array,
                @Cached ArraySpeciesNode species,
                @Cached("createLacks()") LacksPropertyNode isUsual) {
            Realm realm = realm(frame);
            Object[] items = new Object[1 + count(frame)];
            items[0] = array;
            System.arraycopy(rest(frame, 0), 0, items, 1, items.length - 1);
            for (Object item : items) {
                if (item instanceof JSObject object && (!isUsual.execute(object) || item instanceof JSArray other && !other.isPlainToRead())) {
                    return generic(frame);
                }
            }
            JSArray result = ArrayBulk.concat(realm, items);
            return result == null ? generic(frame) : result;
        }

        @NeverDefault
        static LacksPropertyNode createLacks() {
            return LacksPropertyNode.create(Symbol.IS_CONCAT_SPREADABLE);
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue) {
            return generic(frame);
        }
    }
}
