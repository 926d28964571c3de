package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;

import org.ledgejs.language.runtime.JSArray;

/**
 * What one place of the program knows of the prototypes of the arrays it sees: that none has elements, so that holes read as undefined and
 * may be filled. A constant while they stay as they are, as it is for all usual arrays.
 */
final class ArrayPrototypes {
    /** Of the arrays seen; null before one was. */
    @CompilationFinal private PrototypeChain known;
    /** Arrays came for which it does not hold. */
    @CompilationFinal private boolean others;

    boolean haveNoElements(JSArray array) {
        PrototypeChain chain = known;
        if (chain != null && chain.isOf(array) && chain.isUnchanged()) {
            return true;
        }
        if (!others) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            known = chain == null ? PrototypeChain.withoutElements(array.prototype()) : chain;
            others = chain != null || known == null;
        }
        return array.inheritsNoElements();
    }
}
