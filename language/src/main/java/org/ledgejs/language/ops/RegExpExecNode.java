package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.LastMatch;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Strings;

/** RegExpBuiltinExec (ECMA-262 §22.2.7.2) but for its result: lastIndex is read and updated, the match remembered. */
@GenerateUncached
@GenerateInline(false)
public abstract class RegExpExecNode extends Node {

    @NeverDefault
    public static RegExpExecNode create() {
        return RegExpExecNodeGen.create();
    }

    public static RegExpExecNode getUncached() {
        return RegExpExecNodeGen.getUncached();
    }

    /** @param groups whether the bounds of groups are wanted @return bounds as {@link RegExpCode} says, or null */
    public abstract int[] execute(Realm realm, JSRegExp regExp, TruffleString s, boolean groups);

    @Specialization
    static int[] exec(Realm realm, JSRegExp regExp, TruffleString s, boolean groups, @Cached RegExpMatchNode match) {
        // May run a program's valueOf, which may compile the expression anew.
        long lastIndex = regExp.lastIndex() instanceof Integer i ? Math.max(0, i) : Conversions.toLength(regExp.lastIndex());
        RegExpCode code = regExp.code();
        boolean advancing = code.isGlobalOrSticky();
        if (!advancing) {
            lastIndex = 0;
        }
        if (lastIndex > Strings.length(s)) {
            regExp.setLastIndex(0);
            return null;
        }
        int start = code.startIndex(s, (int) lastIndex);
        int[] bounds = match.execute(code.matcher(code.has(RegExpSyntax.STICKY)), s, start, groups ? code.groupCount() : 0);
        if (advancing) {
            regExp.setLastIndex(bounds == null ? 0 : bounds[1]);
        }
        if (bounds != null && regExp.realm() == realm) {
            LastMatch.of(realm).update(regExp, code, s, start);
        }
        return bounds;
    }
}
