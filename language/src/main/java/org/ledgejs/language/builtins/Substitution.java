package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Replacement templates of replace and replaceAll. */
final class Substitution {
    private Substitution() { }

    /**
     * GetSubstitution (ECMA-262 §22.1.3.19.1).
     *
     * @param captures the groups from 1 on, each a string or undefined
     * @param namedCaptures an object, or undefined
     */
    static void append(TruffleStringBuilderUTF16 out, TruffleString template, TruffleString s, int position, TruffleString matched,
            Object[] captures, Object namedCaptures) {
        int length = Strings.length(template);
        int done = 0;
        int dollar = nextDollar(template, 0);
        while (dollar >= 0 && dollar + 1 < length) {
            int end = substitute(out, template, done, dollar, s, position, matched, captures, namedCaptures);
            // One template may refer to a long match many times.
            StringLimit.check(out.byteLength());
            if (end > 0) {
                done = end;
                dollar = nextDollar(template, end);
            } else {
                dollar = nextDollar(template, dollar + 1);
            }
        }
        StringPatterns.append(out, template, done, length);
    }

    private static int nextDollar(TruffleString template, int from) {
        int length = Strings.length(template);
        if (from >= length) {
            return -1;
        }
        int index = template.byteIndexOfCodePointUncached('$', from << 1, length << 1, Strings.ENCODING);
        return index < 0 ? -1 : index >> 1;
    }

    /** Appends what is before the dollar and what it stands for. @return where the reference ends; 0 if it is none and nothing was appended */
    private static int substitute(TruffleStringBuilderUTF16 out, TruffleString template, int done, int dollar, TruffleString s, int position,
            TruffleString matched, Object[] captures, Object namedCaptures) {
        char c = Strings.charAt(template, dollar + 1);
        switch (c) {
            case '$' -> {
                StringPatterns.append(out, template, done, dollar + 1);
                return dollar + 2;
            }
            case '&' -> {
                StringPatterns.append(out, template, done, dollar);
                out.appendStringUncached(matched);
                return dollar + 2;
            }
            case '`' -> {
                StringPatterns.append(out, template, done, dollar);
                StringPatterns.append(out, s, 0, position);
                return dollar + 2;
            }
            case '\'' -> {
                StringPatterns.append(out, template, done, dollar);
                StringPatterns.append(out, s, Math.min(Strings.length(s), position + Strings.length(matched)), Strings.length(s));
                return dollar + 2;
            }
            case '<' -> {
                return named(out, template, done, dollar, namedCaptures);
            }
            default -> {
                return c >= '0' && c <= '9' ? numbered(out, template, done, dollar, captures) : 0;
            }
        }
    }

    private static int numbered(TruffleStringBuilderUTF16 out, TruffleString template, int done, int dollar, Object[] captures) {
        int end = dollar + 2;
        int number = Strings.charAt(template, dollar + 1) - '0';
        if (end < Strings.length(template)) {
            char second = Strings.charAt(template, end);
            int two = number * 10 + second - '0';
            if (second >= '0' && second <= '9' && two >= 1 && two <= captures.length) {
                number = two;
                end++;
            }
        }
        if (number < 1 || number > captures.length) {
            return 0;
        }
        StringPatterns.append(out, template, done, dollar);
        if (captures[number - 1] instanceof TruffleString capture) {
            out.appendStringUncached(capture);
        }
        return end;
    }

    private static int named(TruffleStringBuilderUTF16 out, TruffleString template, int done, int dollar, Object namedCaptures) {
        if (namedCaptures == Undefined.INSTANCE) {
            return 0;
        }
        int length = Strings.length(template);
        int close = template.byteIndexOfCodePointUncached('>', dollar + 2 << 1, length << 1, Strings.ENCODING) >> 1;
        if (close < 0) {
            return 0;
        }
        StringPatterns.append(out, template, done, dollar);
        Object key = StringPatterns.groupKey(Strings.substring(template, dollar + 2, close));
        Object capture = ObjectOperations.get(namedCaptures, key);
        if (capture != Undefined.INSTANCE) {
            out.appendStringUncached(Conversions.toString(capture));
        }
        return close + 1;
    }
}
