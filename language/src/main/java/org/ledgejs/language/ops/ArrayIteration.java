package org.ledgejs.language.ops;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;

/**
 * What one place that iterates knows of the arrays it sees: that their iterator is the one they were born with, which nobody can tell from
 * reading element after element. A constant while nobody replaces a part of it.
 */
public final class ArrayIteration {
    private static final Assumption[] NOTHING = {};

    /** The iterator method of the arrays seen; null before one was. */
    @CompilationFinal private InheritedLookup method;
    @CompilationFinal(dimensions = 1) private Assumption[] unchanged = NOTHING;
    /** Something came for which the above does not hold. */
    @CompilationFinal private boolean others;

    /** Whether iterating the array gives its elements up to its length, and calls no code of the program. Runs none. */
    public boolean isPlain(JSArray array) {
        if (method != null && method.isAbout(array) && holds()) {
            return true;
        }
        if (!others) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(array);
            return method != null;
        }
        return false;
    }

    @ExplodeLoop
    private boolean holds() {
        for (Assumption assumption : unchanged) {
            if (!assumption.isValid()) {
                return false;
            }
        }
        return true;
    }

    private void learn(JSArray array) {
        Realm realm = Realm.get(null);
        InheritedLookup found = method == null ? InheritedLookup.of(array, Symbol.ITERATOR) : null;
        // Learnt once: what else comes, also after a change, takes the general way.
        method = null;
        if (found == null || found.value() != realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE_VALUES)) {
            others = true;
            return;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        Object next = PropertyKey.of("next");
        PrototypeChain chain = PrototypeChain.of(prototype, next);
        if (chain == null || chain.holder != prototype || Properties.read(prototype, next) != realm.intrinsic(Intrinsic.ARRAY_ITERATOR_NEXT)) {
            others = true;
            return;
        }
        Assumption[] all = new Assumption[found.unchanged().length + chain.unchanged.length];
        System.arraycopy(found.unchanged(), 0, all, 0, found.unchanged().length);
        System.arraycopy(chain.unchanged, 0, all, found.unchanged().length, chain.unchanged.length);
        unchanged = all;
        method = found;
    }
}
