package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** Strings of the language are TruffleStrings in UTF-16; lone surrogates are allowed. */
public final class Strings {
    public static final TruffleString.Encoding ENCODING = TruffleString.Encoding.UTF_16;
    public static final TruffleString EMPTY = of("");
    @CompilationFinal(dimensions = 1) private static final TruffleString[] LATIN = latin();
    /** The longest string, in code units: V8's, so that a program fails where it does in Node. */
    public static final long MAX_LENGTH = (1L << 29) - 24;

    private Strings() { }

    /** A string of the language from a Java string. */
    @TruffleBoundary
    public static TruffleString of(String s) {
        return TruffleString.fromJavaStringUncached(s, ENCODING);
    }

    private static TruffleString[] latin() {
        TruffleString[] result = new TruffleString[256];
        for (int c = 0; c < result.length; c++) {
            result[c] = of(String.valueOf((char) c));
            result[c].hashCodeUncached(ENCODING);
        }
        return result;
    }

    /** The string of one code unit. Latin ones are made once, and constants are the same: they are compared by identity, or else by hash. */
    public static TruffleString ofCodeUnit(char c) {
        return c < LATIN.length ? LATIN[c] : other(c);
    }

    @TruffleBoundary
    private static TruffleString other(char c) {
        return TruffleString.fromCharArrayUTF16Uncached(new char[] {c});
    }

    /** A constant: its hash is computed now, its storage is compact. */
    @TruffleBoundary
    public static TruffleString constant(String s) {
        if (s.length() == 1 && s.charAt(0) < LATIN.length) {
            return LATIN[s.charAt(0)];
        }
        TruffleString result = of(s);
        result.hashCodeUncached(ENCODING);
        return result;
    }

    @TruffleBoundary
    public static String java(TruffleString s) {
        return s.toJavaStringUncached();
    }

    /** Length in UTF-16 code units. */
    public static int length(TruffleString s) {
        return s.byteLength(ENCODING) >> 1;
    }

    @TruffleBoundary
    public static TruffleString concat(TruffleString a, TruffleString b) {
        return a.concatUncached(b, ENCODING, true);
    }

    @TruffleBoundary
    public static boolean equal(TruffleString a, TruffleString b) {
        return a.equalsUncached(b, ENCODING);
    }

    /** A code unit. */
    @TruffleBoundary
    public static char charAt(TruffleString s, int index) {
        return (char) s.readCharUTF16Uncached(index);
    }

    @TruffleBoundary
    public static TruffleString substring(TruffleString s, int from, int to) {
        return s.substringByteIndexUncached(from << 1, (to - from) << 1, ENCODING, true);
    }
}
