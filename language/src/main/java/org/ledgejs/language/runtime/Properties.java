package org.ledgejs.language.runtime;

import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ElementTable.Element;

/**
 * Own named properties as they are stored: in the object's shape, or in its {@link Dictionary}. With {@link PropertyCache},
 * which remembers what is found here, the only file of this package that looks into shapes. Keys are names and symbols, and keys
 * of {@link PrivateName}s and other hidden ones, which {@link #addKeys} leaves out. No operation here checks attributes or
 * runs guest code, but for reading what is lazy.
 */
public final class Properties {
    /** An object that grows beyond this becomes a dictionary. */
    private static final int MAX_SHAPE_PROPERTIES = 1000;
    /** Beyond this, deleting any but the newest property makes a dictionary. */
    private static final int MAX_DELETE_PROPERTIES = 12;
    private static final DynamicObjectLibrary LIBRARY = DynamicObjectLibrary.getUncached();

    private Properties() { }

    private static Dictionary dictionary(JSObject object) {
        return (object.getShape().getFlags() & JSObject.DICTIONARY) == 0 ? null : (Dictionary) object.elements;
    }

    /** The {@link PropertyFlags} of an own property, or -1. */
    @TruffleBoundary
    public static int flags(JSObject object, Object key) {
        Dictionary dictionary = dictionary(object);
        if (dictionary != null) {
            Element element = dictionary.named.get(key);
            return element == null ? -1 : element.flags;
        }
        Property property = object.getShape().getProperty(key);
        return property == null ? -1 : property.getFlags();
    }

    public static boolean has(JSObject object, Object key) {
        return flags(object, key) >= 0;
    }

    /** What is stored, an {@link Accessor}, {@link VirtualProperty} or {@link LazyValue} as such; or null. */
    @TruffleBoundary
    public static Object stored(JSObject object, Object key) {
        Dictionary dictionary = dictionary(object);
        if (dictionary != null) {
            Element element = dictionary.named.get(key);
            return element == null ? null : element.value;
        }
        Shape shape = object.getShape();
        Property property = shape.getProperty(key);
        return property == null ? null : property.getLocation().get(object, shape);
    }

    /** The value of an own property, an {@link Accessor} as such; or null. Makes lazy values, computes virtual ones. */
    @TruffleBoundary
    public static Object read(JSObject object, Object key) {
        return resolve(object, key, stored(object, key));
    }

    /** The value a stored one stands for. */
    public static Object resolve(JSObject object, Object key, Object stored) {
        return switch (stored) {
            case LazyValue lazy -> force(object, key, lazy);
            case VirtualProperty virtual -> virtual.get(object);
            case null, default -> stored;
        };
    }

    @TruffleBoundary
    private static Object force(JSObject object, Object key, LazyValue lazy) {
        Object value = lazy.create(null);
        // Making it may have read, replaced or deleted the property.
        Object now = stored(object, key);
        if (now != lazy) {
            return now == null ? value : resolve(object, key, now);
        }
        store(object, key, value);
        return value;
    }

    /** Replaces the stored value of an existing data property, which keeps its attributes. */
    @TruffleBoundary
    public static void write(JSObject object, Object key, Object value) {
        changing(object, key);
        store(object, key, value);
    }

    private static void changing(JSObject object, Object key) {
        if (object.isReliedOn()) {
            StableObjects.changing(object);
        }
        if (object.holdsGlobals()) {
            Agent.get(null).globalConstants().changing(key);
        }
    }

    private static void store(JSObject object, Object key, Object value) {
        Dictionary dictionary = dictionary(object);
        if (dictionary != null) {
            dictionary.named.get(key).value = value;
        } else {
            LIBRARY.putIfPresent(object, key, value);
        }
    }

    /** [[Set]] of an existing writable data property: as {@link #write}, but a virtual one decides itself. */
    @TruffleBoundary
    public static boolean assign(JSObject object, Object key, Object value, int flags) {
        if ((flags & PropertyFlags.VIRTUAL) != 0) {
            return ((VirtualProperty) stored(object, key)).set(object, value);
        }
        write(object, key, value);
        return true;
    }

    /** Adds or replaces a property with its attributes. */
    @TruffleBoundary
    public static void put(JSObject object, Object key, Object value, int flags) {
        changing(object, key);
        Dictionary dictionary = dictionary(object);
        if (dictionary == null && object.getShape().getPropertyCount() >= MAX_SHAPE_PROPERTIES && mayBeDictionary(object)) {
            dictionary = toDictionary(object);
        }
        if (dictionary == null) {
            LIBRARY.putWithFlags(object, key, value, flags);
            return;
        }
        Element element = dictionary.named.get(key);
        if (element == null) {
            dictionary.named.put(key, new Element(value, flags));
        } else {
            element.value = value;
            element.flags = flags;
        }
    }

    @TruffleBoundary
    public static void setFlags(JSObject object, Object key, int flags) {
        changing(object, key);
        Dictionary dictionary = dictionary(object);
        if (dictionary != null) {
            dictionary.named.get(key).flags = flags;
        } else {
            LIBRARY.setPropertyFlags(object, key, flags);
        }
    }

    @TruffleBoundary
    public static void remove(JSObject object, Object key) {
        changing(object, key);
        Dictionary dictionary = dictionary(object);
        Shape shape = object.getShape();
        if (dictionary == null && shape.getPropertyCount() > MAX_DELETE_PROPERTIES && mayBeDictionary(object)
                && !shape.getLastProperty().getKey().equals(key)) {
            dictionary = toDictionary(object);
        }
        if (dictionary != null) {
            dictionary.named.remove(key);
        } else {
            LIBRARY.removeKey(object, key);
        }
    }

    /** Appends the own names in order of creation, then the symbols. */
    @TruffleBoundary
    public static void addKeys(JSObject object, List<Object> keys) {
        Dictionary dictionary = dictionary(object);
        Iterable<Object> all = dictionary != null ? dictionary.named.keySet() : object.getShape().getKeys();
        boolean symbols = false;
        for (Object key : all) {
            if (key instanceof TruffleString) {
                keys.add(key);
            } else if (key instanceof Symbol) {
                symbols = true;
            }
        }
        if (symbols) {
            for (Object key : all) {
                if (key instanceof Symbol) {
                    keys.add(key);
                }
            }
        }
    }

    @TruffleBoundary
    public static void setShapeFlag(JSObject object, int flag) {
        LIBRARY.setShapeFlags(object, object.getShape().getFlags() | flag);
    }

    @TruffleBoundary
    static void clearShapeFlag(JSObject object, int flag) {
        LIBRARY.setShapeFlags(object, object.getShape().getFlags() & ~flag);
    }

    /** The roots of other kinds have properties or flags of their own. */
    private static boolean mayBeDictionary(JSObject object) {
        Shape root = object.getShape().getRoot();
        return root == JSPlainObject.ROOT || root == JSObject.ROOT;
    }

    /** Gives an object that became a dictionary its shape back, unless it is too big for one. */
    @TruffleBoundary
    static void leaveDictionary(JSObject object) {
        Dictionary dictionary = dictionary(object);
        if (dictionary == null || dictionary.named.size() >= MAX_SHAPE_PROPERTIES) {
            return;
        }
        int flags = object.getShape().getFlags() & ~JSObject.DICTIONARY;
        LIBRARY.resetShape(object, object instanceof JSPlainObject ? JSPlainObject.ROOT : JSObject.ROOT);
        object.elements = dictionary.elementsAlone();
        dictionary.named.forEach((key, element) -> LIBRARY.putWithFlags(object, key, element.value, element.flags));
        LIBRARY.setShapeFlags(object, object.getShape().getFlags() | flags);
    }

    private static Dictionary toDictionary(JSObject object) {
        Dictionary dictionary = new Dictionary(object.elements);
        Shape shape = object.getShape();
        for (Property property : shape.getPropertyListInternal(true)) {
            dictionary.named.put(property.getKey(), new Element(property.getLocation().get(object, shape), property.getFlags()));
        }
        LIBRARY.resetShape(object, object instanceof JSPlainObject ? JSPlainObject.DICTIONARY_ROOT : JSObject.DICTIONARY_ROOT);
        if (shape.getFlags() != 0) {
            LIBRARY.setShapeFlags(object, shape.getFlags() | JSObject.DICTIONARY);
        }
        object.elements = dictionary;
        return dictionary;
    }
}
