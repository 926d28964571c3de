package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.builtins.Builtin.Body;
import org.ledgejs.language.builtins.Builtin.NodeFactory;
import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * The properties of an intrinsic, as its clause lists them. A table is a constant; {@link #define} puts its properties
 * on the object of a realm.
 */
public final class PropertyTable {
    public static final PropertyTable EMPTY = new PropertyTable();

    private final List<Entry> entries = new ArrayList<>();

    private sealed interface Entry {
        void define(Realm realm, JSObject target);
    }

    private record Function(Object key, Builtin builtin, int flags, Intrinsic register) implements Entry {
        @Override
        public void define(Realm realm, JSObject target) {
            JSFunction function = BuiltinData.function(realm, builtin);
            if (register != null) {
                realm.register(register, function);
            }
            target.define(key, function, flags);
        }
    }

    /** @param register names the getter as an intrinsic, or null */
    private record AccessorPair(Object key, Builtin getter, Builtin setter, Intrinsic register) implements Entry {
        AccessorPair(Object key, Builtin getter, Builtin setter) {
            this(key, getter, setter, null);
        }

        @Override
        public void define(Realm realm, JSObject target) {
            Object get = function(realm, getter);
            if (register != null) {
                realm.register(register, (JSObject) get);
            }
            target.define(key, new Accessor(get, function(realm, setter)), PropertyFlags.NOT_ENUMERABLE | PropertyFlags.ACCESSOR);
        }

        private static Object function(Realm realm, Builtin builtin) {
            return builtin == null ? Undefined.INSTANCE : BuiltinData.function(realm, builtin);
        }
    }

    private record Value(Object key, Object value, int flags) implements Entry {
        @Override
        public void define(Realm realm, JSObject target) {
            target.define(key, value, flags);
        }
    }

    /** A property whose function object is another intrinsic's or a lazy value. */
    private record Lazy(Object key, LazyValue value, int flags) implements Entry {
        @Override
        public void define(Realm realm, JSObject target) {
            LazyValue inItsRealm = current -> value.create(realm);
            target.define(key, inItsRealm, flags | PropertyFlags.LAZY);
        }
    }

    public PropertyTable method(String name, int length, Body body) {
        return add(new Function(PropertyKey.of(name), Builtin.function(name, length, body), PropertyFlags.METHOD, null));
    }

    /** @param name the function's name, as "[Symbol.iterator]" */
    public PropertyTable method(Symbol key, String name, int length, Body body) {
        return method(key, name, length, body, PropertyFlags.METHOD);
    }

    public PropertyTable method(Symbol key, String name, int length, Body body, int flags) {
        return add(new Function(key, Builtin.function(name, length, body), flags, null));
    }

    /** A method that is itself an intrinsic others refer to. */
    public PropertyTable method(String name, int length, Body body, Intrinsic register) {
        return add(new Function(PropertyKey.of(name), Builtin.function(name, length, body), PropertyFlags.METHOD, register));
    }

    /** A method as a node. @param parameters how many parameter nodes it takes after this */
    public PropertyTable node(String name, int length, int parameters, NodeFactory factory) {
        return add(new Function(PropertyKey.of(name), Builtin.node(name, length, parameters, factory), PropertyFlags.METHOD, null));
    }

    /** A method as a node that is itself an intrinsic others refer to. */
    public PropertyTable node(String name, int length, int parameters, NodeFactory factory, Intrinsic register) {
        return add(new Function(PropertyKey.of(name), Builtin.node(name, length, parameters, factory), PropertyFlags.METHOD, register));
    }

    public PropertyTable node(Symbol key, String name, int length, int parameters, NodeFactory factory) {
        return add(new Function(key, Builtin.node(name, length, parameters, factory), PropertyFlags.METHOD, null));
    }

    public PropertyTable nodeWithRest(String name, int length, int parameters, NodeFactory factory) {
        return add(new Function(PropertyKey.of(name), Builtin.nodeWithRest(name, length, parameters, factory), PropertyFlags.METHOD, null));
    }

    /** The method named last only hands a call on, see {@link org.ledgejs.language.runtime.FunctionData#isPassingOn}. */
    public PropertyTable passingOn() {
        ((Function) entries.getLast()).builtin().setPassingOn();
        return this;
    }

    public PropertyTable getter(String name, Body getter) {
        return accessor(name, getter, null);
    }

    public PropertyTable getter(Symbol key, String name, Body getter) {
        return add(new AccessorPair(key, Builtin.function("get " + name, 0, getter), null));
    }

    /** A getter as a node. */
    public PropertyTable nodeGetter(String name, NodeFactory getter) {
        return add(new AccessorPair(PropertyKey.of(name), Builtin.node("get " + name, 0, 0, getter), null));
    }

    /** @param setter null for none */
    public PropertyTable accessor(String name, Body getter, Body setter) {
        return add(new AccessorPair(PropertyKey.of(name), Builtin.function("get " + name, 0, getter),
                setter == null ? null : Builtin.function("set " + name, 1, setter)));
    }

    public PropertyTable accessor(Symbol key, String name, Body getter, Body setter) {
        return add(new AccessorPair(key, Builtin.function("get " + name, 0, getter), Builtin.function("set " + name, 1, setter)));
    }

    /** The property species has: a getter that returns this. */
    public PropertyTable species() {
        return species(null);
    }

    /** @param register names the getter as an intrinsic */
    public PropertyTable species(Intrinsic register) {
        return add(new AccessorPair(Symbol.SPECIES, Builtin.function("get [Symbol.species]", 0, (realm, thisValue, args) -> thisValue), null, register));
    }

    public PropertyTable value(Object key, Object value, int flags) {
        return add(new Value(key instanceof String name ? PropertyKey.of(name) : key, value, flags));
    }

    /** Math.PI and its like: not writable, enumerable or configurable. */
    public PropertyTable constant(String name, Object value) {
        return value(name, value, PropertyFlags.FIXED);
    }

    public PropertyTable toStringTag(String tag) {
        return value(Symbol.TO_STRING_TAG, Strings.constant(tag), PropertyFlags.CONFIGURABLE_ONLY);
    }

    /** A property that holds another intrinsic, made when first read: writable and configurable. */
    public PropertyTable intrinsic(String name, Intrinsic which) {
        return intrinsic(name, which, PropertyFlags.METHOD);
    }

    public PropertyTable intrinsic(Object key, Intrinsic which, int flags) {
        return lazy(key, realm -> realm.intrinsic(which), flags);
    }

    public PropertyTable lazy(Object key, LazyValue value, int flags) {
        return add(new Lazy(key instanceof String name ? PropertyKey.of(name) : key, value, flags));
    }

    private PropertyTable add(Entry entry) {
        entries.add(entry);
        return this;
    }

    /** The keys of those that are no functions and no accessors. */
    public List<Object> valueKeys() {
        return entries.stream().<Object>mapMulti((entry, keys) -> {
            switch (entry) {
                case Lazy lazy -> keys.accept(lazy.key());
                case Value value -> keys.accept(value.key());
                default -> { }
            }
        }).toList();
    }

    /** Puts the properties on the target, in order. */
    public void define(Realm realm, JSObject target) {
        for (Entry entry : entries) {
            entry.define(realm, target);
        }
    }

    /** A constructor function with its static properties and its prototype, which refers back to it. */
    public static JSFunction constructor(Realm realm, Intrinsic which, Intrinsic prototype, Builtin constructor, PropertyTable statics) {
        JSFunction function = realm.register(which, BuiltinData.function(realm, constructor));
        function.define(PropertyKey.of("prototype"), realm.intrinsic(prototype), PropertyFlags.FIXED);
        statics.define(realm, function);
        return function;
    }
}
