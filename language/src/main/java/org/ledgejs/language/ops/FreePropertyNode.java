package org.ledgejs.language.ops;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;

/**
 * Whether an own property with a constant key is configurable, or absent from an object that can be extended. Then a proxy may say of it
 * what it likes. May be false though it is so, where shapes do not tell or there were too many.
 */
final class FreePropertyNode extends Node {
    private static final int LIMIT = 4;

    private final Object key;
    @CompilationFinal(dimensions = 1) private PropertyLookup[] seen = {};

    FreePropertyNode(Object key) {
        this.key = key;
    }

    @ExplodeLoop
    boolean execute(JSObject object) {
        for (PropertyLookup lookup : seen) {
            if (lookup.isOfShape(object)) {
                return lookup.isFree();
            }
        }
        if (seen.length == LIMIT) {
            return false;
        }
        CompilerDirectives.transferToInterpreterAndInvalidate();
        PropertyLookup lookup = PropertyLookup.ofOwn(object, key);
        PropertyLookup[] grown = Arrays.copyOf(seen, seen.length + 1);
        grown[seen.length] = lookup == null ? PropertyLookup.NOTHING : lookup;
        seen = grown;
        return lookup != null && lookup.isFree();
    }
}
