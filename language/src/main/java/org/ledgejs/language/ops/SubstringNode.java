package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;

/** The code units of a string from one index to before another; none if that is not greater. */
@GenerateInline(false)
public abstract class SubstringNode extends Node {
    @NeverDefault
    public static SubstringNode create() {
        return SubstringNodeGen.create();
    }

    /** @param from, to indices within the string or its length */
    public abstract TruffleString execute(TruffleString string, int from, int to);

    @Specialization(guards = "from >= to")
    static TruffleString none(TruffleString string, int from, int to) {
        return Strings.EMPTY;
    }

    @Specialization(guards = "isOne(from, to)")
    static TruffleString one(TruffleString string, int from, int to, @Cached CharacterNode character) {
        return character.execute(string, from);
    }

    static boolean isOne(int from, int to) {
        return to - from == 1;
    }

    @Specialization(guards = {"from < to", "!isOne(from, to)"})
    static TruffleString several(TruffleString string, int from, int to, @Cached TruffleString.SubstringByteIndexNode substring) {
        return substring.execute(string, from << 1, to - from << 1, Strings.ENCODING, true);
    }
}
