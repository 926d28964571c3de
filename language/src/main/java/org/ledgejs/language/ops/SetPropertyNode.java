package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.Idempotent;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Writes a property with a constant key: PutValue of a property reference (ECMA-262 §6.2.5.6). */
@ReportPolymorphism
@GenerateInline(false)
public abstract class SetPropertyNode extends Node {
    static final int LIMIT = 4;

    final Object key;
    final boolean strict;
    /** What the function knows of values it adds; or null. */
    final AddedProperties added;
    /** What the first object had of its own, as {@link GetPropertyNode} has it. */
    @CompilationFinal private PropertyLookup first;

    SetPropertyNode(Object key, boolean strict, AddedProperties added) {
        this.key = key;
        this.strict = strict;
        this.added = added;
    }

    /** @param key a name or symbol, no array index. @param strict throw where the write is refused */
    @NeverDefault
    public static SetPropertyNode create(Object key, boolean strict) {
        return create(key, strict, null);
    }

    /** @param added of the function the place is in, or null */
    @NeverDefault
    public static SetPropertyNode create(Object key, boolean strict, AddedProperties added) {
        return SetPropertyNodeGen.create(key, strict, added);
    }

    public final void execute(Object base, Object value) {
        if (!executeSet(base, value) && strict) {
            throw Errors.readOnly(base, key, this);
        }
    }

    /** @return whether it was written; a write that is refused does not throw */
    public final boolean executeSet(Object base, Object value) {
        PropertyLookup own = first;
        if (own == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            own = PropertyLookup.toOverwriteOwn(base, key, value);
            first = own;
        }
        return base instanceof JSObject object && own.isOwnOf(object) && own.canStore(value) && own.store(object, value) || executeAny(base, value);
    }

    abstract boolean executeAny(Object base, Object value);

    public final Object key() {
        return key;
    }

    @Specialization
    static boolean ofProxy(JSProxy base, Object value, @Cached("create(key)") ProxySetNode set) {
        return set.execute(base, value, base);
    }

    @Specialization(guards = {"isLength()", "length >= 0", "array.strategy().isFast()"})
    static boolean arrayLength(JSArray array, int length) {
        array.setLengthOrThrow(length);
        return true;
    }

    @Idempotent
    final boolean isLength() {
        return key instanceof TruffleString s && Strings.equal(s, GetPropertyNode.LENGTH);
    }

    @Specialization(guards = {"lookup != null", "holder != null", "lookup.canStore(value)"}, limit = "LIMIT")
    boolean overwrite(JSObject base, Object value,
            @Cached("toOverwrite(base, value)") PropertyLookup lookup,
            @Bind("lookup.holder(base)") @SuppressWarnings("unused") JSObject holder) {
        return lookup.store(base, value) || generic(base, value);
    }

    @Specialization(guards = {"lookup != null", "holder != null", "lookup.canStore(value)"}, assumptions = "lookup.unchanged()", limit = "LIMIT")
    boolean add(JSObject base, Object value,
            @Cached("toAdd(base, value)") PropertyLookup lookup,
            @Bind("lookup.holder(base)") @SuppressWarnings("unused") JSObject holder) {
        return lookup.store(base, value) || generic(base, value);
    }

    @Specialization(guards = {"lookup != null", "holder != null"}, limit = "LIMIT")
    boolean setter(JSObject base, Object value,
            @Cached("toSetter(base)") PropertyLookup lookup,
            @Bind("lookup.holder(base)") JSObject holder,
            @Cached CallNode call) {
        Object setter = ((Accessor) lookup.stored(holder)).setter();
        if (setter == Undefined.INSTANCE) {
            return false;
        }
        call.execute(setter, base, value);
        return true;
    }

    @Specialization(replaces = {"overwrite", "add", "setter"})
    @TruffleBoundary
    boolean generic(JSObject base, Object value) {
        return PropertyLookup.overwrite(Agent.get(this).propertyCache(), base, key, value) || base.set(key, value, base);
    }

    /** Primitives, undefined and null, foreign objects. */
    @Specialization(guards = "!isJSObject(base)")
    @TruffleBoundary
    boolean other(Object base, Object value) {
        if (base == Undefined.INSTANCE || base == Null.INSTANCE) {
            throw Errors.cannotSet(base, key, this);
        }
        ObjectOperations.setV(base, key, value, strict);
        return true;
    }

    static boolean isJSObject(Object value) {
        return value instanceof JSObject;
    }

    @TruffleBoundary
    final PropertyLookup toOverwrite(JSObject base, Object value) {
        return PropertyLookup.toOverwrite(base, key, value);
    }

    @TruffleBoundary
    final PropertyLookup toAdd(JSObject base, Object value) {
        return PropertyLookup.toAdd(base, key, value, PropertyFlags.DEFAULT, true, added);
    }

    @TruffleBoundary
    final PropertyLookup toSetter(JSObject base) {
        PropertyLookup lookup = PropertyLookup.of(base, key);
        return lookup != null && lookup.isFound() && lookup.is(PropertyFlags.ACCESSOR) && !lookup.is(PropertyFlags.VIRTUAL) ? lookup : null;
    }
}
