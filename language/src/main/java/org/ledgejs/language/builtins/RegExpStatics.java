package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ClosureFunction;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** RegExp.$1, RegExp.input and their like: the last match of a realm, by the proposal "Legacy RegExp features". */
final class RegExpStatics {
    static final PropertyTable TABLE = table();

    private RegExpStatics() { }

    /** The last match; the parts are cut out when they are read. */
    static final class State {
        private TruffleString matchedIn = Strings.EMPTY;
        /** Null when the last match was of an expression that is not to be seen. */
        private int[] bounds = {0, 0};
        private TruffleString input = Strings.EMPTY;

        void update(TruffleString string, int[] newBounds) {
            matchedIn = string;
            input = string;
            bounds = newBounds;
        }

        void invalidate() {
            bounds = null;
        }
    }

    private static PropertyTable table() {
        PropertyTable table = new PropertyTable();
        for (String name : new String[] {"input", "$_"}) {
            table.accessor(name, (realm, thisValue, args) -> valid(realm, thisValue).input, (realm, thisValue, args) -> {
                State state = state(realm, thisValue);
                state.input = Conversions.toString(args.get(0));
                return Undefined.INSTANCE;
            });
        }
        getter(table, state -> Strings.substring(state.matchedIn, state.bounds[0], state.bounds[1]), "lastMatch", "$&");
        getter(table, state -> state.bounds.length == 2 ? Strings.EMPTY : group(state, state.bounds.length / 2 - 1), "lastParen", "$+");
        getter(table, state -> Strings.substring(state.matchedIn, 0, state.bounds[0]), "leftContext", "$`");
        getter(table, state -> Strings.substring(state.matchedIn, state.bounds[1], Strings.length(state.matchedIn)), "rightContext", "$'");
        for (int i = 1; i <= 9; i++) {
            int number = i;
            getter(table, state -> group(state, number), "$" + i);
        }
        return table;
    }

    @FunctionalInterface
    private interface Part {
        TruffleString of(State state);
    }

    private static void getter(PropertyTable table, Part part, String... names) {
        for (String name : names) {
            table.getter(name, (realm, thisValue, args) -> part.of(valid(realm, thisValue)));
        }
    }

    private static TruffleString group(State state, int number) {
        return number * 2 >= state.bounds.length || state.bounds[number * 2] < 0 ? Strings.EMPTY
                : Strings.substring(state.matchedIn, state.bounds[number * 2], state.bounds[number * 2 + 1]);
    }

    private static State state(Realm realm, Object thisValue) {
        if (thisValue != realm.intrinsic(Intrinsic.REGEXP)) {
            throw Errors.typeError("Legacy properties of RegExp need the RegExp constructor itself as receiver");
        }
        return of(realm);
    }

    private static State valid(Realm realm, Object thisValue) {
        State state = state(realm, thisValue);
        if (state.bounds == null) {
            throw Errors.typeError("The last match was of a subclass of RegExp or of another realm");
        }
        return state;
    }

    private static State of(Realm realm) {
        return (State) ((ClosureFunction) realm.intrinsic(Intrinsic.REGEXP)).state();
    }

    /** After a successful match. */
    static void update(Realm realm, JSRegExp regExp, TruffleString string, int[] bounds) {
        if (regExp.realm() == realm) {
            if (regExp.hasLegacyFeatures()) {
                of(realm).update(string, bounds);
            } else {
                of(realm).invalidate();
            }
        }
    }
}
