package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.GlobalScope;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Reads a global variable (ECMA-262 §9.1.1.4): from the script scope, else from the global object. */
@GenerateInline(false)
public abstract class GlobalGetNode extends Node {
    static final int LIMIT = 3;

    final TruffleString name;
    final boolean orUndefined;
    /** What the variable is while it does not change. Null before the first reading. */
    @CompilationFinal private GlobalConstant constant;

    GlobalGetNode(TruffleString name, boolean orUndefined) {
        this.name = name;
        this.orUndefined = orUndefined;
    }

    /** @param orUndefined undefined rather than a ReferenceError where there is no such variable, as typeof wants it */
    @NeverDefault
    public static GlobalGetNode create(TruffleString name, boolean orUndefined) {
        return GlobalGetNodeGen.create(name, orUndefined);
    }

    public final Object execute() {
        GlobalConstant known = constant;
        if (known == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            known = GlobalConstant.of(Realm.get(this), name);
            constant = known;
        }
        return known.holds() ? known.value() : execute(Realm.get(this));
    }

    abstract Object execute(Realm realm);

    @Specialization(guards = {"lookup != null", "holder != null"}, limit = "LIMIT")
    final Object ofScope(@SuppressWarnings("unused") Realm realm, @Cached("inScope(realm.globalScope())") PropertyLookup lookup,
            @Bind("lookup.holder(realm.globalScope())") JSObject holder) {
        Object value = lookup.stored(holder);
        if (value == GlobalScope.UNINITIALIZED) {
            throw Errors.uninitialized(name);
        }
        return value;
    }

    /** The script scope is known not to have the name; the global object, or a prototype of it, does. */
    @Specialization(guards = {"absent != null", "absent.holder(realm.globalScope()) != null", "lookup != null", "holder != null"}, limit = "LIMIT")
    final Object ofObject(Realm realm,
            @Cached("notInScope(realm.globalScope())") @SuppressWarnings("unused") PropertyLookup absent,
            @Cached("inObject(realm.globalObject())") PropertyLookup lookup,
            @Bind("lookup.holder(realm.globalObject())") JSObject holder) {
        Object value = lookup.stored(holder);
        return value instanceof LazyValue ? ofAny(realm) : value;
    }

    /** Getters, names not there. */
    @Specialization(replaces = {"ofScope", "ofObject"})
    @TruffleBoundary
    Object ofAny(Realm realm) {
        Object value = realm.globalScope().read(name);
        if (value != null) {
            return value;
        }
        JSObject global = realm.globalObject();
        Object key = PropertyKey.of(name);
        value = global.get(key, global);
        if (value == Undefined.INSTANCE && !orUndefined && !global.hasProperty(key)) {
            throw Errors.notDefined(name, this);
        }
        return value;
    }

    @TruffleBoundary
    final PropertyLookup inScope(GlobalScope scope) {
        PropertyLookup lookup = PropertyLookup.of(scope, name);
        return lookup != null && lookup.isFound() ? lookup : null;
    }

    @TruffleBoundary
    final PropertyLookup notInScope(GlobalScope scope) {
        PropertyLookup lookup = PropertyLookup.of(scope, name);
        return lookup != null && !lookup.isFound() ? lookup : null;
    }

    /** A data property; one that was lazy is made now, and stays a value from then on. */
    @TruffleBoundary
    final PropertyLookup inObject(JSObject global) {
        PropertyLookup lookup = PropertyLookup.of(global, name);
        if (lookup != null && lookup.is(PropertyFlags.LAZY)) {
            // Making the value may change the shape.
            Properties.read(lookup.holder(global), name);
            lookup = PropertyLookup.of(global, name);
        }
        return lookup == null || !lookup.isFound() || lookup.is(PropertyFlags.ACCESSOR | PropertyFlags.VIRTUAL) ? null : lookup;
    }
}
