package org.ledgejs.language.ops;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;

/**
 * What one place of the program knows of the prototypes of the arrays it sees: that none has elements, so that holes read as undefined and
 * may be filled. A constant while they stay as they are, as it is for all usual arrays.
 */
final class ArrayPrototypes {
    private static final Assumption[] NOTHING = {};

    /** The first prototype of the arrays seen; null before one was. */
    @CompilationFinal private JSObject first;
    @CompilationFinal(dimensions = 1) private Assumption[] unchanged = NOTHING;
    /** Arrays came for which the above does not hold. */
    @CompilationFinal private boolean others;

    boolean haveNoElements(JSArray array) {
        if (array.prototype() == first && holds()) {
            return true;
        }
        if (!others) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(array);
        }
        return array.inheritsNoElements();
    }

    @ExplodeLoop
    private boolean holds() {
        for (Assumption assumption : unchanged) {
            if (!assumption.isValid()) {
                return false;
            }
        }
        return first != null;
    }

    private void learn(JSArray array) {
        PrototypeChain chain = first == null ? PrototypeChain.withoutElements(array.prototype()) : null;
        if (chain == null) {
            others = true;
        } else {
            unchanged = chain.unchanged;
            first = array.prototype();
        }
    }
}
