package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;

/** The string of one code unit at an index within the string. Of Latin characters there is one, see {@link Strings#ofCodeUnit}. */
@GenerateUncached
@GenerateInline(false)
public abstract class CharacterNode extends Node {
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
        return Strings.ofCodeUnit(read.execute(string, index));
    }
}
