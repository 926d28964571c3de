package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.CodeRange;
import com.oracle.truffle.api.strings.TruffleString.FromCharArrayUTF16Node;
import com.oracle.truffle.api.strings.TruffleString.ReadCharUTF16Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CharacterNode;
import org.ledgejs.language.ops.SubstringNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.NumberText;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The methods of String that loops call to take strings apart, as nodes. Strings stay TruffleStrings. */
final class StringNodes {
    private StringNodes() { }

    static boolean inside(TruffleString s, int index) {
        return index >= 0 && index < Strings.length(s);
    }

    /** A relative index as slice takes it. */
    static int clampRelative(int relative, int length) {
        return relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length);
    }

    static int clampRelative(double relative, int length) {
        return (int) (relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length));
    }

    static int clamp(double position, int length) {
        return (int) Math.max(0, Math.min(position, length));
    }

    /** §22.1.3.1. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class At extends JSNode {
        @Specialization
        static Object ofAny(Object thisValue, Object index, @Cached CharacterNode character) {
            TruffleString s = StringPrototype.thisString(thisValue, "at");
            double relative = Conversions.toIntegerOrInfinity(index);
            double k = relative < 0 ? Strings.length(s) + relative : relative;
            return k < 0 || k >= Strings.length(s) ? Undefined.INSTANCE
                    : character.execute(s, (int) k);
        }
    }

    /** §22.1.3.2. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class CharAt extends JSNode {
        @Specialization(guards = "inside(s, index)")
        static TruffleString within(TruffleString s, int index, @Shared @Cached CharacterNode character) {
            return character.execute(s, index);
        }

        @Specialization
        static TruffleString ofAny(Object thisValue, Object index, @Shared @Cached CharacterNode character) {
            TruffleString s = StringPrototype.thisString(thisValue, "charAt");
            double position = Conversions.toIntegerOrInfinity(index);
            return position < 0 || position >= Strings.length(s) ? Strings.EMPTY
                    : character.execute(s, (int) position);
        }

        static boolean inside(TruffleString s, int index) {
            return StringNodes.inside(s, index);
        }
    }

    /** §22.1.3.3. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class CharCodeAt extends JSNode {
        @Specialization(guards = "inside(s, index)")
        static int within(TruffleString s, int index, @Shared @Cached ReadCharUTF16Node read) {
            return read.execute(s, index);
        }

        @Specialization
        static Object ofAny(Object thisValue, Object index, @Shared @Cached ReadCharUTF16Node read) {
            TruffleString s = StringPrototype.thisString(thisValue, "charCodeAt");
            double position = Conversions.toIntegerOrInfinity(index);
            return position < 0 || position >= Strings.length(s) ? (Object) Double.NaN : (Object) (int) read.execute(s, (int) position);
        }

        static boolean inside(TruffleString s, int index) {
            return StringNodes.inside(s, index);
        }
    }

    /** §22.1.3.4. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class CodePointAt extends JSNode {
        @Specialization(guards = "inside(s, index)")
        static int within(TruffleString s, int index, @Shared @Cached ReadCharUTF16Node read) {
            return codePointAt(s, index, read);
        }

        @Specialization
        static Object ofAny(Object thisValue, Object index, @Shared @Cached ReadCharUTF16Node read) {
            TruffleString s = StringPrototype.thisString(thisValue, "codePointAt");
            double position = Conversions.toIntegerOrInfinity(index);
            return position < 0 || position >= Strings.length(s) ? Undefined.INSTANCE : (Object) codePointAt(s, (int) position, read);
        }

        static boolean inside(TruffleString s, int index) {
            return StringNodes.inside(s, index);
        }

        /** CodePointAt (§11.1.4). */
        private static int codePointAt(TruffleString s, int index, ReadCharUTF16Node read) {
            char first = read.execute(s, index);
            if (Character.isHighSurrogate(first) && index + 1 < Strings.length(s)) {
                char second = read.execute(s, index + 1);
                if (Character.isLowSurrogate(second)) {
                    return Character.toCodePoint(first, second);
                }
            }
            return first;
        }
    }

    /** String.fromCharCode (§22.1.2.1). */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class FromCharCode extends JSNode {
        @Specialization(guards = "rest.length == 0")
        static TruffleString ofInt(@SuppressWarnings("unused") Object thisValue, int code, @SuppressWarnings("unused") Object[] rest) {
            return Strings.ofCodeUnit((char) code);
        }

        @Specialization
        static TruffleString ofAny(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue, Object code, Object[] rest,
                @Cached FromCharArrayUTF16Node fromChars) {
            if (Arguments.count(frame.getArguments()) == 0) {
                return Strings.EMPTY;
            }
            char[] chars = new char[1 + rest.length];
            chars[0] = (char) Conversions.toInt32(code);
            for (int i = 0; i < rest.length; i++) {
                chars[1 + i] = (char) Conversions.toInt32(rest[i]);
            }
            return fromChars.execute(chars);
        }
    }

    /** §22.1.3.22. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Slice extends JSNode {
        @Specialization
        static TruffleString ofInts(TruffleString s, int start, int end, @Shared @Cached SubstringNode substring) {
            int length = Strings.length(s);
            return substring.execute(s, clampRelative(start, length), clampRelative(end, length));
        }

        @Specialization
        static TruffleString toEnd(TruffleString s, int start, @SuppressWarnings("unused") Undefined end, @Shared @Cached SubstringNode substring) {
            int length = Strings.length(s);
            return substring.execute(s, clampRelative(start, length), length);
        }

        @Specialization(replaces = {"ofInts", "toEnd"})
        static TruffleString ofAny(Object thisValue, Object start, Object end, @Shared @Cached SubstringNode substring) {
            TruffleString s = StringPrototype.thisString(thisValue, "slice");
            int length = Strings.length(s);
            int from = clampRelative(Conversions.toIntegerOrInfinity(start), length);
            int to = end == Undefined.INSTANCE ? length : clampRelative(Conversions.toIntegerOrInfinity(end), length);
            return substring.execute(s, from, to);
        }
    }

    /** §22.1.3.26. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Substring extends JSNode {
        @Specialization
        static TruffleString ofInts(TruffleString s, int start, int end, @Shared @Cached SubstringNode substring) {
            int length = Strings.length(s);
            int from = Math.clamp(start, 0, length);
            int to = Math.clamp(end, 0, length);
            return substring.execute(s, Math.min(from, to), Math.max(from, to));
        }

        @Specialization
        static TruffleString toEnd(TruffleString s, int start, @SuppressWarnings("unused") Undefined end, @Shared @Cached SubstringNode substring) {
            int length = Strings.length(s);
            return substring.execute(s, Math.clamp(start, 0, length), length);
        }

        @Specialization(replaces = {"ofInts", "toEnd"})
        static TruffleString ofAny(Object thisValue, Object start, Object end, @Shared @Cached SubstringNode substring) {
            TruffleString s = StringPrototype.thisString(thisValue, "substring");
            int length = Strings.length(s);
            int from = clamp(Conversions.toIntegerOrInfinity(start), length);
            int to = end == Undefined.INSTANCE ? length : clamp(Conversions.toIntegerOrInfinity(end), length);
            return substring.execute(s, Math.min(from, to), Math.max(from, to));
        }
    }

    /** §B.2.2.1. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Substr extends JSNode {
        @Specialization
        static TruffleString ofAny(Object thisValue, Object start, Object count, @Cached SubstringNode substring) {
            TruffleString s = StringPrototype.thisString(thisValue, "substr");
            int length = Strings.length(s);
            int from = clampRelative(Conversions.toIntegerOrInfinity(start), length);
            double wanted = count == Undefined.INSTANCE ? length : Conversions.toIntegerOrInfinity(count);
            return substring.execute(s, from, clamp(from + wanted, length));
        }
    }

    /** §22.1.3.32, §22.1.3.33, §22.1.3.34. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Trim extends JSNode {
        private final String method;
        private final boolean start;
        private final boolean end;

        Trim(String method, boolean start, boolean end) {
            this.method = method;
            this.start = start;
            this.end = end;
        }

        static Builtin.NodeFactory of(String method, boolean start, boolean end) {
            return arguments -> StringNodesFactory.TrimNodeGen.create(method, start, end, arguments);
        }

        @Specialization
        final TruffleString trim(Object thisValue, @Cached ReadCharUTF16Node read, @Cached SubstringNode substring) {
            TruffleString s = StringPrototype.thisString(thisValue, method);
            int from = 0;
            int to = Strings.length(s);
            while (start && from < to && isSpace(read.execute(s, from))) {
                from++;
            }
            while (end && to > from && isSpace(read.execute(s, to - 1))) {
                to--;
            }
            return from == 0 && to == Strings.length(s) ? s : substring.execute(s, from, to);
        }

        private static boolean isSpace(char c) {
            return c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' : c >= 0xA0 && isOtherSpace(c);
        }

        @TruffleBoundary
        private static boolean isOtherSpace(char c) {
            return NumberText.isSpace(c);
        }
    }

    /** §22.1.3.30, §22.1.3.31: ASCII here, everything else by the Unicode tables. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ChangeCase extends JSNode {
        private final boolean upper;

        ChangeCase(boolean upper) {
            this.upper = upper;
        }

        static Builtin.NodeFactory of(boolean upper) {
            return arguments -> StringNodesFactory.ChangeCaseNodeGen.create(upper, arguments);
        }

        @Specialization
        final TruffleString change(Object thisValue, @Cached TruffleString.GetByteCodeRangeNode codeRange, @Cached ReadCharUTF16Node read,
                @Cached FromCharArrayUTF16Node fromChars) {
            TruffleString s = StringPrototype.thisString(thisValue, upper ? "toUpperCase" : "toLowerCase");
            if (codeRange.execute(s, Strings.ENCODING) != CodeRange.ASCII) {
                return StringUnicode.changeCase(s, upper);
            }
            int length = Strings.length(s);
            int first = 0;
            while (first < length && !changes(read.execute(s, first))) {
                first++;
            }
            if (first == length) {
                return s;
            }
            char[] chars = new char[length];
            for (int i = 0; i < length; i++) {
                char c = read.execute(s, i);
                chars[i] = changes(c) ? (char) (c ^ 0x20) : c;
            }
            return fromChars.execute(chars);
        }

        private boolean changes(char c) {
            return upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
        }
    }
}
