package org.ledgejs.language.runtime;

import com.oracle.truffle.api.strings.TruffleString;

/** The last match of a realm: what RegExp.$1 and its like show. Keeps how it was made; the groups are found when asked for. */
public final class LastMatch {
    private RegExpCode code;
    private TruffleString string = Strings.EMPTY;
    private TruffleString input = Strings.EMPTY;
    private int index;
    private boolean valid = true;

    /** The realm's, which the RegExp constructor carries. */
    public static LastMatch of(Realm realm) {
        return (LastMatch) ((ClosureFunction) realm.intrinsic(Intrinsic.REGEXP)).state();
    }

    /** After a successful match of an expression at an index. */
    public void update(JSRegExp regExp, RegExpCode matched, TruffleString matchedIn, int start) {
        code = matched;
        string = matchedIn;
        input = matchedIn;
        index = start;
        valid = regExp.hasLegacyFeatures();
    }

    /** Whether the last match was of an expression whose matches are to be seen here. */
    public boolean isValid() {
        return valid;
    }

    /** Null before the first match. */
    public RegExpCode code() {
        return code;
    }

    public TruffleString string() {
        return string;
    }

    /** Where the search began. */
    public int index() {
        return index;
    }

    /** What RegExp.input gives: the string, or what the program set. */
    public TruffleString input() {
        return input;
    }

    public void setInput(TruffleString newInput) {
        input = newInput;
    }
}
