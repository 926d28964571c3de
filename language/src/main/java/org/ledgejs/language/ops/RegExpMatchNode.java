package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.CachedLibrary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.RegExpCode;

/** Matches a regular expression once, through TRegex. Knows nothing of lastIndex. */
@GenerateUncached
@GenerateInline(false)
public abstract class RegExpMatchNode extends Node {
    @NeverDefault
    public static RegExpMatchNode create() {
        return RegExpMatchNodeGen.create();
    }

    public static RegExpMatchNode getUncached() {
        return RegExpMatchNodeGen.getUncached();
    }

    /** @param index within the input @return bounds of the match and all groups, or null */
    public final int[] execute(RegExpCode code, boolean sticky, TruffleString input, int index) {
        return execute(code.matcher(sticky), input, code.startIndex(input, index), code.groupCount());
    }

    /** @param groups how many groups' bounds are wanted behind those of the match */
    public abstract int[] execute(Object matcher, TruffleString input, int index, int groups);

    @Specialization(limit = "3")
    static int[] match(Object matcher, TruffleString input, int index, int groups,
            @CachedLibrary("matcher") InteropLibrary matchers,
            @CachedLibrary(limit = "2") InteropLibrary results) {
        try {
            Object result = matchers.invokeMember(matcher, "exec", input, index);
            if (!(boolean) results.readMember(result, "isMatch")) {
                return null;
            }
            int[] bounds = new int[groups + 1 << 1];
            for (int i = 0; i <= groups; i++) {
                bounds[i << 1] = (int) results.invokeMember(result, "getStart", i);
                bounds[(i << 1) + 1] = (int) results.invokeMember(result, "getEnd", i);
            }
            return bounds;
        } catch (InteropException e) {
            throw CompilerDirectives.shouldNotReachHere(e);
        }
    }
}
