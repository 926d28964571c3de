package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Exclusive;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;

/** PrivateGet (ECMA-262 §7.3.31). */
@GenerateInline(false)
public abstract class PrivateGetNode extends Node {
    static final int LIMIT = 3;

    @NeverDefault
    public static PrivateGetNode create() {
        return PrivateGetNodeGen.create();
    }

    public abstract Object execute(Object object, PrivateName name);

    @Specialization(guards = {"name.key == key", "lookup != null", "holder != null", "name.isField()"}, limit = "LIMIT")
    static Object field(JSObject object, @SuppressWarnings("unused") PrivateName name, @Cached("name.key") @SuppressWarnings("unused") PrivateName.Key key,
            @Cached("lookup(object, key)") PropertyLookup lookup, @Bind("lookup.holder(object)") JSObject holder) {
        return lookup.stored(holder);
    }

    @Specialization(guards = {"name.key == key", "lookup != null", "holder != null", "name.method != null"}, limit = "LIMIT")
    static Object method(@SuppressWarnings("unused") JSObject object, PrivateName name, @Cached("name.key") @SuppressWarnings("unused") PrivateName.Key key,
            @Cached("lookup(object, key)") @SuppressWarnings("unused") PropertyLookup lookup,
            @Bind("lookup.holder(object)") @SuppressWarnings("unused") JSObject holder) {
        return name.method;
    }

    @Specialization(guards = {"name.key == key", "lookup != null", "holder != null", "name.getter != null"}, limit = "LIMIT")
    static Object getter(JSObject object, PrivateName name, @Cached("name.key") @SuppressWarnings("unused") PrivateName.Key key,
            @Cached("lookup(object, key)") @SuppressWarnings("unused") PropertyLookup lookup,
            @Bind("lookup.holder(object)") @SuppressWarnings("unused") JSObject holder,
            @Cached @Exclusive CallNode call) {
        return call.execute(name.getter, object);
    }

    @Specialization(replaces = {"field", "method", "getter"})
    @TruffleBoundary
    static Object any(Object object, PrivateName name) {
        return ObjectOperations.privateGet(object, name);
    }

    @TruffleBoundary
    static PropertyLookup lookup(JSObject object, PrivateName.Key key) {
        PropertyLookup lookup = PropertyLookup.ofHidden(object, key);
        return lookup != null && lookup.isFound() ? lookup : null;
    }
}
