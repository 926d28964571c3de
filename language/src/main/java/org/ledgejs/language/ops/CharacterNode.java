package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;

/** The string of one code unit at an index within the string. Latin characters are made once. */
@GenerateUncached
@GenerateInline(false)
public abstract class CharacterNode extends Node {
    @CompilationFinal(dimensions = 1) private static final TruffleString[] LATIN = new TruffleString[256];

    static {
        for (int c = 0; c < LATIN.length; c++) {
            LATIN[c] = Strings.constant(String.valueOf((char) c));
        }
    }

    @NeverDefault
    public static CharacterNode create() {
        return CharacterNodeGen.create();
    }

    public static CharacterNode getUncached() {
        return CharacterNodeGen.getUncached();
    }

    public abstract TruffleString execute(TruffleString string, int index);

    @Specialization
    static TruffleString at(TruffleString string, int index, @Cached TruffleString.ReadCharUTF16Node read) {
        char c = read.execute(string, index);
        return c < LATIN.length ? LATIN[c] : other(c);
    }

    @TruffleBoundary
    private static TruffleString other(char c) {
        return TruffleString.fromCharArrayUTF16Uncached(new char[] {c});
    }
}
