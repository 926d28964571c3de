package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.ByteIndexOfStringNode;
import com.oracle.truffle.api.strings.TruffleString.RegionEqualByteIndexNode;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The methods of String that look for strings in strings, as nodes. */
final class StringSearchNodes {
    private StringSearchNodes() { }

    /** StringIndexOf (§6.1.4.1): -1 if there is none. @param from at most the length */
    static int indexOf(TruffleString s, TruffleString search, int from, ByteIndexOfStringNode indexOf) {
        int length = Strings.length(s);
        int searched = Strings.length(search);
        if (searched == 0) {
            return from;
        }
        if (length - from < searched) {
            return -1;
        }
        int index = indexOf.execute(s, search, from << 1, length << 1, Strings.ENCODING);
        return index < 0 ? -1 : index >> 1;
    }

    static boolean matchesAt(TruffleString s, TruffleString search, int index, RegionEqualByteIndexNode equal) {
        int searched = Strings.length(search);
        return index >= 0 && index + searched <= Strings.length(s) && (searched == 0 || equal.execute(s, index << 1, search, 0, searched << 1, Strings.ENCODING));
    }

    /** §22.1.3.9. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class IndexOf extends JSNode {
        @Specialization
        static int fromStart(TruffleString s, TruffleString search, @SuppressWarnings("unused") Undefined position, @Shared @Cached ByteIndexOfStringNode indexOf) {
            return indexOf(s, search, 0, indexOf);
        }

        @Specialization
        static int fromInt(TruffleString s, TruffleString search, int position, @Shared @Cached ByteIndexOfStringNode indexOf) {
            return indexOf(s, search, Math.clamp(position, 0, Strings.length(s)), indexOf);
        }

        @Specialization(replaces = {"fromStart", "fromInt"})
        static int ofAny(Object thisValue, Object searchValue, Object position, @Shared @Cached ByteIndexOfStringNode indexOf) {
            TruffleString s = StringPrototype.thisString(thisValue, "indexOf");
            TruffleString search = Conversions.toString(searchValue);
            return indexOf(s, search, StringNodes.clamp(Conversions.toIntegerOrInfinity(position), Strings.length(s)), indexOf);
        }
    }

    /** §22.1.3.8. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Includes extends JSNode {
        @Specialization
        static boolean fromStart(TruffleString s, TruffleString search, @SuppressWarnings("unused") Undefined position, @Shared @Cached ByteIndexOfStringNode indexOf) {
            return indexOf(s, search, 0, indexOf) >= 0;
        }

        @Specialization(replaces = "fromStart")
        static boolean ofAny(Object thisValue, Object searchValue, Object position, @Shared @Cached ByteIndexOfStringNode indexOf) {
            TruffleString s = StringPrototype.thisString(thisValue, "includes");
            TruffleString search = StringPrototype.searchString(searchValue, "includes");
            return indexOf(s, search, StringNodes.clamp(Conversions.toIntegerOrInfinity(position), Strings.length(s)), indexOf) >= 0;
        }
    }

    /** §22.1.3.24. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class StartsWith extends JSNode {
        @Specialization
        static boolean atStart(TruffleString s, TruffleString search, @SuppressWarnings("unused") Undefined position, @Shared @Cached RegionEqualByteIndexNode equal) {
            return matchesAt(s, search, 0, equal);
        }

        @Specialization(replaces = "atStart")
        static boolean ofAny(Object thisValue, Object searchValue, Object position, @Shared @Cached RegionEqualByteIndexNode equal) {
            TruffleString s = StringPrototype.thisString(thisValue, "startsWith");
            TruffleString search = StringPrototype.searchString(searchValue, "startsWith");
            return matchesAt(s, search, StringNodes.clamp(Conversions.toIntegerOrInfinity(position), Strings.length(s)), equal);
        }
    }

    /** §22.1.3.7. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class EndsWith extends JSNode {
        @Specialization
        static boolean atEnd(TruffleString s, TruffleString search, @SuppressWarnings("unused") Undefined position, @Shared @Cached RegionEqualByteIndexNode equal) {
            return matchesAt(s, search, Strings.length(s) - Strings.length(search), equal);
        }

        @Specialization(replaces = "atEnd")
        static boolean ofAny(Object thisValue, Object searchValue, Object position, @Shared @Cached RegionEqualByteIndexNode equal) {
            TruffleString s = StringPrototype.thisString(thisValue, "endsWith");
            TruffleString search = StringPrototype.searchString(searchValue, "endsWith");
            int end = position == Undefined.INSTANCE ? Strings.length(s) : StringNodes.clamp(Conversions.toIntegerOrInfinity(position), Strings.length(s));
            return matchesAt(s, search, end - Strings.length(search), equal);
        }
    }

    /** §22.1.3.23. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Split extends JSNode {
        @Specialization
        static Object byString(TruffleString s, TruffleString separator, @SuppressWarnings("unused") Undefined limit) {
            return split(s, separator, 0xFFFF_FFFFL);
        }

        @Specialization
        static Object byPattern(TruffleString s, JSObject separator, Object limit, @Cached("createGet()") GetPropertyNode get, @Cached CallNode call) {
            Object splitter = get.execute(separator);
            return Comparison.isNullish(splitter) ? splitPlain(s, separator, limit) : call.execute(splitter, separator, s, limit);
        }

        @NeverDefault
        static GetPropertyNode createGet() {
            return GetPropertyNode.create(Symbol.SPLIT);
        }

        @Specialization(replaces = {"byString", "byPattern"})
        @TruffleBoundary
        static Object ofAny(Object thisValue, Object separator, Object limit) {
            StringPrototype.requireCoercible(thisValue, "split");
            Object splitter = StringPrototype.delegate(separator, Symbol.SPLIT);
            return splitter != Undefined.INSTANCE ? ObjectOperations.call(splitter, separator, thisValue, limit) : splitPlain(thisValue, separator, limit);
        }

        @TruffleBoundary
        private static Object splitPlain(Object thisValue, Object separator, Object limit) {
            TruffleString s = Conversions.toString(thisValue);
            long most = limit == Undefined.INSTANCE ? 0xFFFF_FFFFL : Conversions.toUint32(limit);
            TruffleString by = Conversions.toString(separator);
            if (most == 0) {
                return JSArray.createEmpty(Realm.get(null));
            }
            return separator == Undefined.INSTANCE ? JSArray.create(Realm.get(null), s) : split(s, by, most);
        }

        @TruffleBoundary
        private static JSArray split(TruffleString s, TruffleString separator, long limit) {
            Realm realm = Realm.get(null);
            int length = Strings.length(s);
            int step = Strings.length(separator);
            if (step == 0) {
                return characters(realm, s, (int) Math.min(length, limit));
            }
            List<TruffleString> parts = new ArrayList<>();
            int from = 0;
            ByteIndexOfStringNode indexOf = ByteIndexOfStringNode.getUncached();
            for (int at = indexOf(s, separator, 0, indexOf); at >= 0; at = indexOf(s, separator, from, indexOf)) {
                parts.add(Strings.substring(s, from, at));
                if (parts.size() >= limit) {
                    return JSArray.create(realm, parts.toArray());
                }
                from = at + step;
            }
            parts.add(Strings.substring(s, from, length));
            return JSArray.create(realm, parts.toArray());
        }

        private static JSArray characters(Realm realm, TruffleString s, int count) {
            Object[] parts = new Object[count];
            for (int i = 0; i < count; i++) {
                parts[i] = TruffleString.fromCodePointUncached(Strings.charAt(s, i), Strings.ENCODING, true);
            }
            return JSArray.create(realm, parts);
        }
    }
}
