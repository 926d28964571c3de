package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.ReadCharUTF16Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** parseInt and parseFloat as nodes: numbers, and texts of a few decimal digits, at once. */
final class NumberParsingNodes {
    private NumberParsingNodes() { }

    /** §19.2.5. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ParseInt extends JSNode {
        private static final int NONE = -1;
        private static final int MAX_DIGITS = 9;

        @Specialization
        static int ofInt(@SuppressWarnings("unused") Object thisValue, int number, @SuppressWarnings("unused") Undefined radix) {
            return number;
        }

        /** Within these bounds the text of the number has no exponent. */
        @Specialization(guards = {"isPlain(number)"})
        static Object ofDouble(@SuppressWarnings("unused") Object thisValue, double number, @SuppressWarnings("unused") Undefined radix) {
            return Conversions.number(Conversions.truncate(number));
        }

        static boolean isPlain(double number) {
            return number >= 1 && number < 1e15;
        }

        @Specialization
        static Object ofDigits(@SuppressWarnings("unused") Object thisValue, TruffleString text, @SuppressWarnings("unused") Undefined radix,
                @Cached ReadCharUTF16Node read) {
            int value = digits(text, read);
            return value != NONE ? (Object) value : Conversions.number(parse(text, 0));
        }

        private static int digits(TruffleString text, ReadCharUTF16Node read) {
            int length = Strings.length(text);
            if (length == 0 || length > MAX_DIGITS) {
                return NONE;
            }
            int value = 0;
            for (int i = 0; i < length; i++) {
                char c = read.execute(text, i);
                if (c < '0' || c > '9') {
                    return NONE;
                }
                value = value * 10 + c - '0';
            }
            return value;
        }

        @Specialization(replaces = {"ofInt", "ofDouble", "ofDigits"})
        static Object ofAny(@SuppressWarnings("unused") Object thisValue, Object text, Object radix) {
            if (text instanceof Integer && radix == Undefined.INSTANCE) {
                return text;
            }
            TruffleString s = Conversions.toString(text);
            return Conversions.number(parse(s, Conversions.toInt32(radix)));
        }

        @TruffleBoundary
        private static double parse(TruffleString text, int radix) {
            return GlobalFunctions.parseInt(Strings.java(text), radix);
        }
    }

    /** §19.2.4. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ParseFloat extends JSNode {
        @Specialization
        static int ofInt(@SuppressWarnings("unused") Object thisValue, int number) {
            return number;
        }

        @Specialization
        @TruffleBoundary
        static Object ofAny(@SuppressWarnings("unused") Object thisValue, Object text) {
            return Conversions.number(GlobalFunctions.parseFloat(Conversions.toJavaString(text)));
        }
    }
}
