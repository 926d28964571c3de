package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;

/** HasProperty (ECMA-262 §7.3.11) with a constant key. */
@GenerateInline(false)
abstract class HasNamedPropertyNode extends Node {
    static final int LIMIT = 4;

    final Object key;

    HasNamedPropertyNode(Object key) {
        this.key = key;
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    static HasNamedPropertyNode create(Object key) {
        return HasNamedPropertyNodeGen.create(key);
    }

    abstract boolean execute(JSObject object);

    @Specialization
    static boolean ofProxy(JSProxy object, @Cached("create(key)") ProxyHasNode has) {
        return has.execute(object);
    }

    @Specialization(guards = {"lookup != null", "lookup.holder(object) != null"}, limit = "LIMIT")
    static boolean ofShape(@SuppressWarnings("unused") JSObject object, @Cached("lookup(object)") PropertyLookup lookup) {
        return lookup.isFound();
    }

    final PropertyLookup lookup(JSObject object) {
        return PropertyLookup.of(object, key);
    }

    @Specialization(replaces = "ofShape")
    @TruffleBoundary
    boolean ofAny(JSObject object) {
        return object.hasProperty(key);
    }
}
