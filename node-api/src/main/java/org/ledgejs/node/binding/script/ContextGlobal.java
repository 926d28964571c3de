package org.ledgejs.node.binding.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrdinaryObject;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * The global object of a realm that was made for an object (node:vm's "contextified object"): what scripts declare and assign become properties of
 * that, and what it has or inherits are their variables. The library's properties are seen behind them.
 */
final class ContextGlobal extends JSObject {
    private static final Shape ROOT = shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).build();

    private final JSObject object;
    private final JSObject library;

    /** @param library the global object the realm would have otherwise */
    ContextGlobal(JSObject object, JSObject library) {
        super(ROOT, null);
        this.object = object;
        this.library = library;
        library.define(PropertyKey.of("globalThis"), this, PropertyFlags.METHOD);
    }

    @Override
    public boolean hasOrdinaryNamedProperties() {
        return false;
    }

    @Override
    public boolean hasOrdinaryElements() {
        return false;
    }

    @Override
    protected boolean hasExoticPrototype() {
        return true;
    }

    @Override
    public JSObject getPrototypeOf() {
        return library.getPrototypeOf();
    }

    @Override
    public boolean setPrototypeOf(JSObject value) {
        return library.setPrototypeOf(value);
    }

    @Override
    public boolean isExtensible() {
        return object.isExtensible();
    }

    @Override
    public boolean preventExtensions() {
        return object.preventExtensions();
    }

    @Override
    @TruffleBoundary
    public PropertyDescriptor getOwnProperty(Object key) {
        PropertyDescriptor own = object.getOwnProperty(key);
        return own != null ? own : library.getOwnProperty(key);
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        PropertyDescriptor builtin = library.getOwnProperty(key);
        if (builtin != null && builtin.isData() && !builtin.isWritable() && !builtin.isConfigurable()) {
            // NaN and the like stay what they are.
            return OrdinaryObject.validateAndApply(null, key, true, descriptor, builtin);
        }
        return object.defineOwnProperty(key, descriptor);
    }

    @Override
    @TruffleBoundary
    public boolean hasProperty(Object key) {
        // What the object inherits can be read, but is not there: so it is with V8.
        return object.getOwnProperty(key) != null || library.hasProperty(key);
    }

    @Override
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        if (!object.hasProperty(key)) {
            return library.get(key, receiver);
        }
        Object value = object.get(key, object);
        // Inside, the object is the global object.
        return value == object ? this : value;
    }

    @Override
    @TruffleBoundary
    public boolean set(Object key, Object value, Object receiver) {
        if (receiver != this) {
            return OrdinaryObject.setWithOwnDescriptor(this, key, value, receiver, getOwnProperty(key));
        }
        if (!object.hasProperty(key)) {
            PropertyDescriptor builtin = library.getOwnProperty(key);
            if (builtin != null && builtin.isAccessor()) {
                if (builtin.set() == Undefined.INSTANCE) {
                    return false;
                }
                ObjectOperations.call(builtin.set(), this, value);
                return true;
            }
            if (builtin != null && !builtin.isWritable()) {
                return false;
            }
            if (key instanceof Symbol) {
                return library.set(key, value, library);
            }
        }
        return object.set(key, value, object);
    }

    @Override
    @TruffleBoundary
    public boolean delete(Object key) {
        return object.delete(key) && library.delete(key);
    }

    @Override
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        Set<Object> keys = new LinkedHashSet<>(object.ownPropertyKeys());
        keys.addAll(library.ownPropertyKeys());
        return new ArrayList<>(keys);
    }
}
