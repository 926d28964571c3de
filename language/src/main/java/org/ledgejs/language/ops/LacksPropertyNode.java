package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;

/** Whether neither an object nor its prototypes have a property of a constant key, asked without the program noticing: false where that cannot be. */
@GenerateInline(false)
public abstract class LacksPropertyNode extends Node {
    static final int LIMIT = 4;

    private final Object key;

    LacksPropertyNode(Object key) {
        this.key = key;
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    public static LacksPropertyNode create(Object key) {
        return LacksPropertyNodeGen.create(key);
    }

    public abstract boolean execute(JSObject object);

    @Specialization(guards = {"lookup != null", "holder != null"}, limit = "LIMIT")
    static boolean cached(@SuppressWarnings("unused") JSObject object,
            @Cached("lookup(object)") PropertyLookup lookup,
            @Bind("lookup.holder(object)") @SuppressWarnings("unused") JSObject holder) {
        return !lookup.isFound();
    }

    @Specialization(replaces = "cached")
    @TruffleBoundary
    final boolean generic(JSObject object) {
        PropertyLookup lookup = lookup(object);
        return lookup != null && !lookup.isFound();
    }

    @TruffleBoundary
    final PropertyLookup lookup(JSObject object) {
        return PropertyLookup.of(object, key);
    }
}
