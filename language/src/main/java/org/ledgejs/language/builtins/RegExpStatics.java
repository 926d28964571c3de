package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.RegExpMatchNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.LastMatch;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** RegExp.$1, RegExp.input and their like: the last match of a realm, by the proposal "Legacy RegExp features". */
final class RegExpStatics {
    static final PropertyTable TABLE = table();

    private static final int[] NOTHING = {0, 0};

    private RegExpStatics() { }

    /** The last match with the bounds of its groups. */
    private record Found(LastMatch match, int[] bounds) { }

    private static PropertyTable table() {
        PropertyTable table = new PropertyTable();
        for (String name : new String[] {"input", "$_"}) {
            table.accessor(name, (realm, thisValue, args) -> valid(realm, thisValue).input(), (realm, thisValue, args) -> {
                state(realm, thisValue).setInput(Conversions.toString(args.get(0)));
                return Undefined.INSTANCE;
            });
        }
        getter(table, found -> part(found, found.bounds[0], found.bounds[1]), "lastMatch", "$&");
        getter(table, found -> found.bounds.length == 2 ? Strings.EMPTY : group(found, found.bounds.length / 2 - 1), "lastParen", "$+");
        getter(table, found -> part(found, 0, found.bounds[0]), "leftContext", "$`");
        getter(table, found -> part(found, found.bounds[1], Strings.length(found.match.string())), "rightContext", "$'");
        for (int i = 1; i <= 9; i++) {
            int number = i;
            getter(table, found -> group(found, number), "$" + i);
        }
        return table;
    }

    @FunctionalInterface
    private interface Part {
        TruffleString of(Found found);
    }

    private static void getter(PropertyTable table, Part part, String... names) {
        for (String name : names) {
            table.getter(name, (realm, thisValue, args) -> part.of(found(valid(realm, thisValue))));
        }
    }

    private static TruffleString part(Found found, int from, int to) {
        return Strings.substring(found.match.string(), from, to);
    }

    private static TruffleString group(Found found, int number) {
        return number * 2 >= found.bounds.length || found.bounds[number * 2] < 0 ? Strings.EMPTY
                : part(found, found.bounds[number * 2], found.bounds[number * 2 + 1]);
    }

    /** Matches once more, for the groups. */
    private static Found found(LastMatch match) {
        RegExpCode code = match.code();
        int[] bounds = code == null ? NOTHING
                : RegExpMatchNode.getUncached().execute(code, code.has(RegExpSyntax.STICKY), match.string(), match.index());
        return new Found(match, bounds);
    }

    private static LastMatch state(Realm realm, Object thisValue) {
        if (thisValue != realm.intrinsic(Intrinsic.REGEXP)) {
            throw Errors.typeError("Legacy properties of RegExp need the RegExp constructor itself as receiver");
        }
        return LastMatch.of(realm);
    }

    private static LastMatch valid(Realm realm, Object thisValue) {
        LastMatch state = state(realm, thisValue);
        if (!state.isValid()) {
            throw Errors.typeError("The last match was of a subclass of RegExp");
        }
        return state;
    }
}
