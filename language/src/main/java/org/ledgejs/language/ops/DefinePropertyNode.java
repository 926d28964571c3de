package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;

/** Defines an own data property with a constant key: CreateDataPropertyOrThrow, or DefineMethodProperty by the flags. */
@GenerateInline(false)
public abstract class DefinePropertyNode extends Node {
    static final int LIMIT = 3;

    final Object key;
    final int flags;
    /** What the function knows of values it adds; or null. */
    final AddedProperties added;

    DefinePropertyNode(Object key, int flags, AddedProperties added) {
        this.key = key;
        this.flags = flags;
        this.added = added;
    }

    /** @param flags of {@link org.ledgejs.language.runtime.PropertyFlags} */
    @NeverDefault
    public static DefinePropertyNode create(Object key, int flags) {
        return create(key, flags, null);
    }

    /** @param added of the function the place is in, or null */
    @NeverDefault
    public static DefinePropertyNode create(Object key, int flags, AddedProperties added) {
        return DefinePropertyNodeGen.create(key, flags, added);
    }

    public abstract void execute(JSObject object, Object value);

    /** What a new node would do, for places that are mostly executed once. */
    @TruffleBoundary
    public static void once(JSObject object, Object key, Object value, int flags, AddedProperties added) {
        PropertyLookup lookup = lookup(object, key, value, flags, added);
        if (lookup == null || !lookup.canStore(value) || !lookup.store(object, value)) {
            ObjectOperations.definePropertyOrThrow(object, key, PropertyDescriptor.data(value, flags));
        }
    }

    @Specialization(guards = {"lookup != null", "holder != null", "lookup.canStore(value)"}, assumptions = "lookup.unchanged()", limit = "LIMIT")
    void cached(JSObject object, Object value,
            @Cached("lookup(object, value)") PropertyLookup lookup,
            @Bind("lookup.holder(object)") @SuppressWarnings("unused") JSObject holder) {
        if (!lookup.store(object, value)) {
            generic(object, value);
        }
    }

    @Specialization(replaces = "cached")
    @TruffleBoundary
    void generic(JSObject object, Object value) {
        ObjectOperations.definePropertyOrThrow(object, key, PropertyDescriptor.data(value, flags));
    }

    @TruffleBoundary
    final PropertyLookup lookup(JSObject object, Object value) {
        return lookup(object, key, value, flags, added);
    }

    private static PropertyLookup lookup(JSObject object, Object key, Object value, int flags, AddedProperties added) {
        return key instanceof Long ? null : PropertyLookup.toAdd(object, key, value, flags, false, added);
    }
}
