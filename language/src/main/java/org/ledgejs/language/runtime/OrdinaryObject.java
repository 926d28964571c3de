package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The internal methods of ordinary objects (ECMA-262 §10.1). Exotic objects override those of theirs that differ and
 * come back here for the rest.
 */
public final class OrdinaryObject {
    private OrdinaryObject() { }

    /** The flags of an own property as stored, or -1. */
    static int ownFlags(JSObject o, Object key) {
        return key instanceof Long index ? o.elementFlags(index) : Properties.flags(o, key);
    }

    private static Object ownValue(JSObject o, Object key) {
        return key instanceof Long index ? o.element(index) : Properties.read(o, key);
    }

    private static void put(JSObject o, Object key, Object value, int flags) {
        if (key instanceof Long index) {
            o.putElement(index, value, flags);
        } else {
            Properties.put(o, key, value, flags);
        }
    }

    /** OrdinaryGetOwnProperty (§10.1.5.1). */
    public static PropertyDescriptor getOwnProperty(JSObject o, Object key) {
        int flags = ownFlags(o, key);
        if (flags < 0) {
            return null;
        }
        Object value = ownValue(o, key);
        if (value instanceof Accessor(Object getter, Object setter)) {
            return PropertyDescriptor.accessor(getter, setter, PropertyFlags.enumerable(flags), PropertyFlags.configurable(flags));
        }
        return PropertyDescriptor.data(value, flags);
    }

    /** OrdinaryDefineOwnProperty (§10.1.6.1). */
    public static boolean defineOwnProperty(JSObject o, Object key, PropertyDescriptor descriptor) {
        return validateAndApply(o, key, o.isExtensible(), descriptor, o.getOwnProperty(key));
    }

    /**
     * ValidateAndApplyPropertyDescriptor (§10.1.6.3).
     *
     * @param o the object, or null only to validate
     * @param current the present property, or null
     */
    public static boolean validateAndApply(JSObject o, Object key, boolean extensible, PropertyDescriptor d, PropertyDescriptor current) {
        if (current == null) {
            if (!extensible) {
                return false;
            }
            if (o != null) {
                put(o, key, d.isAccessor() ? accessor(d, null) : d.value() == null ? Undefined.INSTANCE : d.value(), d.toFlags());
            }
            return true;
        }
        if (!isCompatible(d, current)) {
            return false;
        }
        if (o != null && !isNoChange(d, current)) {
            apply(o, key, d, current);
        }
        return true;
    }

    private static boolean isCompatible(PropertyDescriptor d, PropertyDescriptor current) {
        if (current.isConfigurable()) {
            return true;
        }
        if (d.isConfigurable() || d.enumerable() != null && d.isEnumerable() != current.isEnumerable()
                || !d.isGeneric() && d.isAccessor() != current.isAccessor()) {
            return false;
        }
        if (current.isAccessor()) {
            return (d.get() == null || Comparison.sameValue(d.get(), current.get()))
                    && (d.set() == null || Comparison.sameValue(d.set(), current.set()));
        }
        return current.isWritable()
                || !d.isWritable() && (d.value() == null || Comparison.sameValue(d.value(), current.value()));
    }

    /** So that virtual and lazy properties stay what they are when a descriptor only repeats them. */
    private static boolean isNoChange(PropertyDescriptor d, PropertyDescriptor current) {
        return (d.configurable() == null || d.isConfigurable() == current.isConfigurable())
                && (d.enumerable() == null || d.isEnumerable() == current.isEnumerable())
                && (d.writable() == null || !current.isAccessor() && d.isWritable() == current.isWritable())
                && (d.value() == null || current.value() != null && Comparison.sameValue(d.value(), current.value()))
                && (d.get() == null || d.get() == current.get()) && (d.set() == null || d.set() == current.set());
    }

    private static void apply(JSObject o, Object key, PropertyDescriptor d, PropertyDescriptor current) {
        boolean enumerable = d.enumerable() == null ? current.isEnumerable() : d.isEnumerable();
        boolean configurable = d.configurable() == null ? current.isConfigurable() : d.isConfigurable();
        int flags = (enumerable ? 0 : PropertyFlags.NOT_ENUMERABLE) | (configurable ? 0 : PropertyFlags.NOT_CONFIGURABLE);
        if (d.isAccessor() || d.isGeneric() && current.isAccessor()) {
            put(o, key, accessor(d, current), flags | PropertyFlags.ACCESSOR);
            return;
        }
        boolean writable = d.writable() == null ? !current.isAccessor() && current.isWritable() : d.isWritable();
        Object value = d.value() != null ? d.value() : current.isAccessor() ? Undefined.INSTANCE : current.value();
        put(o, key, value, flags | (writable ? 0 : PropertyFlags.NOT_WRITABLE));
    }

    private static Accessor accessor(PropertyDescriptor d, PropertyDescriptor current) {
        Object get = d.get() != null ? d.get() : current != null && current.get() != null ? current.get() : Undefined.INSTANCE;
        Object set = d.set() != null ? d.set() : current != null && current.set() != null ? current.set() : Undefined.INSTANCE;
        return new Accessor(get, set);
    }

    /** OrdinaryHasProperty (§10.1.7.1). */
    public static boolean hasProperty(JSObject start, Object key) {
        JSObject o = start;
        while (true) {
            boolean own = isPlain(o, key) ? ownFlags(o, key) >= 0 : o.getOwnProperty(key) != null;
            if (own) {
                return true;
            }
            JSObject parent = o.getPrototypeOf();
            if (parent == null || !isInherited(parent, key)) {
                return parent != null && parent.hasProperty(key);
            }
            o = parent;
        }
    }

    /**
     * A lookup goes on in this prototype as it does in an ordinary object. It loops there: chains may be longer than the stack
     * is deep.
     */
    private static boolean isInherited(JSObject parent, Object key) {
        return isPlain(parent, key) && !(parent instanceof JSTypedArray);
    }

    /** [[GetOwnProperty]] of this key is the ordinary one. */
    private static boolean isPlain(JSObject o, Object key) {
        return o.hasOrdinaryNamedProperties() && (!(key instanceof Long) || o.hasOrdinaryElements());
    }

    /** OrdinaryGet (§10.1.8.1). */
    public static Object get(JSObject start, Object key, Object receiver) {
        JSObject o = start;
        while (true) {
            Object value;
            if (isPlain(o, key)) {
                value = ownValue(o, key);
                if (value instanceof Accessor accessor) {
                    return callGetter(accessor.getter(), receiver);
                }
            } else {
                PropertyDescriptor descriptor = o.getOwnProperty(key);
                if (descriptor != null && descriptor.isAccessor()) {
                    return callGetter(descriptor.get(), receiver);
                }
                value = descriptor == null ? null : descriptor.value();
            }
            if (value != null) {
                return value;
            }
            JSObject parent = o.getPrototypeOf();
            if (parent == null || !isInherited(parent, key)) {
                return parent == null ? Undefined.INSTANCE : parent.get(key, receiver);
            }
            o = parent;
        }
    }

    static Object callGetter(Object getter, Object receiver) {
        return getter == null || getter == Undefined.INSTANCE ? Undefined.INSTANCE : ObjectOperations.call(getter, receiver);
    }

    static boolean callSetter(Object setter, Object receiver, Object value) {
        if (setter == null || setter == Undefined.INSTANCE) {
            return false;
        }
        ObjectOperations.call(setter, receiver, value);
        return true;
    }

    /** OrdinarySet (§10.1.9.1). */
    public static boolean set(JSObject start, Object key, Object value, Object receiver) {
        JSObject o = start;
        int flags;
        while (true) {
            if (!isPlain(o, key)) {
                return setWithOwnDescriptor(o, key, value, receiver, o.getOwnProperty(key));
            }
            flags = ownFlags(o, key);
            if (flags >= 0) {
                break;
            }
            JSObject parent = o.getPrototypeOf();
            if (parent == null || !isInherited(parent, key)) {
                return parent != null ? parent.set(key, value, receiver) : setOnReceiver(receiver, key, value);
            }
            o = parent;
        }
        if (PropertyFlags.accessor(flags)) {
            return callSetter(((Accessor) ownValue(o, key)).setter(), receiver, value);
        }
        if (!PropertyFlags.writable(flags)) {
            return false;
        }
        if (receiver != o) {
            return setOnReceiver(receiver, key, value);
        }
        if (key instanceof Long index) {
            o.putElement(index, value, flags);
            return true;
        }
        return Properties.assign(o, key, value, flags);
    }

    /** OrdinarySetWithOwnDescriptor (§10.1.9.2). */
    public static boolean setWithOwnDescriptor(JSObject o, Object key, Object value, Object receiver, PropertyDescriptor own) {
        if (own == null) {
            JSObject parent = o.getPrototypeOf();
            return parent != null ? parent.set(key, value, receiver) : setOnReceiver(receiver, key, value);
        }
        if (own.isAccessor()) {
            return callSetter(own.set(), receiver, value);
        }
        return own.isWritable() && setOnReceiver(receiver, key, value);
    }

    /** The part of OrdinarySetWithOwnDescriptor that concerns the receiver. */
    static boolean setOnReceiver(Object receiver, Object key, Object value) {
        if (!(receiver instanceof JSObject target)) {
            return false;
        }
        PropertyDescriptor existing = target.getOwnProperty(key);
        if (existing == null) {
            return target.defineOwnProperty(key, PropertyDescriptor.data(value, true, true, true));
        }
        if (existing.isAccessor() || !existing.isWritable()) {
            return false;
        }
        return target.defineOwnProperty(key, PropertyDescriptor.valueOnly(value));
    }

    /** OrdinaryDelete (§10.1.10.1). */
    public static boolean delete(JSObject o, Object key) {
        int flags;
        if (isPlain(o, key)) {
            flags = ownFlags(o, key);
        } else {
            PropertyDescriptor descriptor = o.getOwnProperty(key);
            flags = descriptor == null ? -1 : descriptor.toFlags();
        }
        if (flags < 0) {
            return true;
        }
        if (!PropertyFlags.configurable(flags)) {
            return false;
        }
        if (key instanceof Long index) {
            o.removeElement(index);
        } else {
            Properties.remove(o, key);
        }
        return true;
    }

    /** OrdinaryOwnPropertyKeys (§10.1.11.1). */
    public static List<Object> ownPropertyKeys(JSObject o) {
        List<Object> keys = new ArrayList<>();
        o.addElementKeys(keys);
        Properties.addKeys(o, keys);
        return keys;
    }

    static void defineUnchecked(JSObject o, Object key, Object value, int flags) {
        put(o, key, value, flags);
    }
}
