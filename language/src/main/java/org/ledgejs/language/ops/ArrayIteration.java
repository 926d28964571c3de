package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;

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
    private static final Object NEXT = PropertyKey.of("next");

    /** The iterator method of the arrays seen; null before one was. */
    @CompilationFinal private InheritedLookup method;
    /** Of their iterators. */
    @CompilationFinal private PrototypeChain iterators;
    /** Something came for which it does not hold. */
    @CompilationFinal private boolean others;

    /** Whether iterating the array gives its elements up to its length, and calls no code of the program. Runs none. */
    public boolean isPlain(JSArray array) {
        InheritedLookup known = method;
        if (known != null && known.isAbout(array) && known.isUnchanged() && iterators.isUnchanged()) {
            return true;
        }
        if (others) {
            return false;
        }
        CompilerDirectives.transferToInterpreterAndInvalidate();
        others = known != null || !learn(array);
        return !others;
    }

    private boolean learn(JSArray array) {
        Realm realm = Realm.get(null);
        InheritedLookup found = InheritedLookup.of(array, Symbol.ITERATOR);
        if (found == null || found.value() != realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE_VALUES)) {
            return false;
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        PrototypeChain chain = PrototypeChain.of(prototype, NEXT);
        if (chain == null || chain.holder != prototype || Properties.read(prototype, NEXT) != realm.intrinsic(Intrinsic.ARRAY_ITERATOR_NEXT)) {
            return false;
        }
        iterators = chain;
        method = found;
        return true;
    }
}
