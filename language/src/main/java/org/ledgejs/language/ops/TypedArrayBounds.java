package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;

import org.ledgejs.language.runtime.JSTypedArray;

/**
 * The bounds of the typed arrays one place of the program sees. While it met only indices within arrays of fixed length over buffers of their own,
 * that is two conditions that hold or leave compiled code, which a loop asks once before it begins.
 */
public final class TypedArrayBounds {
    /** There were other arrays, or other indices. */
    @CompilationFinal private boolean others;

    /** Whether it is an index of the array. */
    boolean contain(JSTypedArray array, int index) {
        if (array.isInFixedBounds(index)) {
            return true;
        }
        seeOthers();
        return array.isInBounds(index);
    }

    /** In elements; 0 when out of bounds. */
    public int length(JSTypedArray array) {
        if (array.hasFixedBounds()) {
            return array.fixedElements();
        }
        seeOthers();
        return array.validLength();
    }

    private void seeOthers() {
        if (!others) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            others = true;
        }
    }
}
