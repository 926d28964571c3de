package org.ledgejs.language.ops;

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
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** Assigns to a global variable (ECMA-262 §9.1.1.4.5): in the script scope, else in the global object. */
@GenerateInline(false)
public abstract class GlobalSetNode extends Node {
    static final int LIMIT = 3;

    final TruffleString name;
    final boolean strict;

    GlobalSetNode(TruffleString name, boolean strict) {
        this.name = name;
        this.strict = strict;
    }

    /** @param strict a ReferenceError where there is no such variable */
    @NeverDefault
    public static GlobalSetNode create(TruffleString name, boolean strict) {
        return GlobalSetNodeGen.create(name, strict);
    }

    /** Resolves the name, before the value is computed. @return whether it may be assigned to: always in sloppy code */
    @TruffleBoundary
    public boolean prepare() {
        Realm realm = Realm.get(this);
        return !strict || realm.globalScope().has(name) || realm.globalObject().hasProperty(PropertyKey.of(name));
    }

    /** @param resolved what {@link #prepare} said */
    public final void execute(Object value, boolean resolved) {
        if (!resolved) {
            throw Errors.notDefined(name, this);
        }
        execute(value);
    }

    public final void execute(Object value) {
        execute(Realm.get(this), value);
    }

    abstract void execute(Realm realm, Object value);

    @Specialization(guards = {"lookup != null", "holder != null", "lookup.canStore(value)"}, limit = "LIMIT")
    final void ofScope(Realm realm, Object value, @Cached("inScope(realm.globalScope(), value)") PropertyLookup lookup,
            @Bind("lookup.holder(realm.globalScope())") JSObject holder) {
        if (lookup.stored(holder) == GlobalScope.UNINITIALIZED || !lookup.store(holder, value)) {
            ofAny(realm, value);
        }
    }

    @Specialization(guards = {"absent != null", "absent.holder(realm.globalScope()) != null", "lookup != null",
            "holder != null", "lookup.canStore(value)"}, limit = "LIMIT")
    final void ofObject(Realm realm, Object value,
            @Cached("notInScope(realm.globalScope())") @SuppressWarnings("unused") PropertyLookup absent,
            @Cached("inObject(realm.globalObject(), value)") PropertyLookup lookup,
            @Bind("lookup.holder(realm.globalObject())") JSObject holder) {
        if (!lookup.store(holder, value)) {
            ofAny(realm, value);
        }
    }

    @Specialization(replaces = {"ofScope", "ofObject"})
    @TruffleBoundary
    void ofAny(Realm realm, Object value) {
        if (realm.globalScope().write(name, value)) {
            return;
        }
        JSObject global = realm.globalObject();
        Object key = PropertyKey.of(name);
        if (strict && !global.hasProperty(key)) {
            throw Errors.notDefined(name, this);
        }
        ObjectOperations.set(global, key, value, strict);
    }

    @TruffleBoundary
    final PropertyLookup inScope(GlobalScope scope, Object value) {
        return scope.isInitialized(name) ? PropertyLookup.toOverwrite(scope, name, value) : null;
    }

    @TruffleBoundary
    final PropertyLookup notInScope(GlobalScope scope) {
        PropertyLookup lookup = PropertyLookup.of(scope, name);
        return lookup != null && !lookup.isFound() ? lookup : null;
    }

    @TruffleBoundary
    final PropertyLookup inObject(JSObject global, Object value) {
        return PropertyLookup.toOverwrite(global, name, value);
    }
}
