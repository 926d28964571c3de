package org.ledgejs.language.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Idempotent;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.FinalLocationException;
import com.oracle.truffle.api.object.IncompatibleLocationException;
import com.oracle.truffle.api.object.Location;
import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyCache;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Undefined;

/**
 * What looking up one key gave for objects of one shape whose prototypes have certain shapes: where the property is, or
 * that there is none. Immutable, so that a node that caches one is compiled to shape comparisons and one load. The
 * only file of this package that touches shapes and locations.
 *
 * <p>Prototypes are found in the objects, not remembered: nodes are shared by contexts, each with its own.
 */
final class PropertyLookup {
    private static final Assumption[] NONE = {};
    private static final int MAX_DEPTH = 8;
    /** About no object at all. */
    static final PropertyLookup NOTHING = new PropertyLookup(new Shape[0], null, 0, null, null);

    private static final int NOT_PLAIN = PropertyFlags.ACCESSOR | PropertyFlags.VIRTUAL | PropertyFlags.LAZY;
    private static final int NOT_OVERWRITABLE = PropertyFlags.ACCESSOR | PropertyFlags.VIRTUAL | PropertyFlags.NOT_WRITABLE;

    /** The shape of those that have the property of their own; null if none has. */
    private final Shape ownShape;
    /** Shapes from the start of the chain to the holder, or to its end if there is no property. */
    @CompilationFinal(dimensions = 1) private final Shape[] shapes;
    /** Null if there is no property. */
    private final Location location;
    private final int flags;
    /** For adding: shape and location after it; null otherwise. */
    private final Shape shapeAfter;
    private final Location locationAfter;
    /** For adding: what is above the object, where it can be relied on; else null, and {@link #shapes} say it. */
    private final PrototypeChain prototypes;
    @CompilationFinal(dimensions = 1) private final Assumption[] unchanged;

    private PropertyLookup(Shape[] shapes, Location location, int flags, Shape shapeAfter, Location locationAfter) {
        this(shapes, location, flags, shapeAfter, locationAfter, null, NONE);
    }

    private PropertyLookup(Shape[] shapes, Location location, int flags, Shape shapeAfter, Location locationAfter, PrototypeChain prototypes,
            Assumption[] unchanged) {
        this.ownShape = location != null && shapes.length == 1 ? shapes[0] : null;
        this.shapes = shapes;
        this.location = location;
        this.flags = flags;
        this.shapeAfter = shapeAfter;
        this.locationAfter = locationAfter;
        this.prototypes = prototypes;
        this.unchanged = unchanged;
    }

    /** Looks the key up along the chain. @return null if an object on the way is not described by its shape */
    @TruffleBoundary
    static PropertyLookup of(JSObject start, Object key) {
        List<Shape> shapes = new ArrayList<>();
        for (JSObject o = start; o != null; o = o.prototype()) {
            Shape shape = upToDate(o);
            if (!isDescribed(o, shape, key) || shapes.size() == MAX_DEPTH) {
                return null;
            }
            shapes.add(shape);
            Property property = shape.getProperty(key);
            if (property != null) {
                return new PropertyLookup(shapes.toArray(Shape[]::new), property.getLocation(), property.getFlags(), null, null);
            }
        }
        return new PropertyLookup(shapes.toArray(Shape[]::new), null, 0, null, null);
    }

    /** An own data property of any value. @return {@link #NOTHING} if it has none */
    @TruffleBoundary
    static PropertyLookup ofOwnData(Object base, Object key) {
        PropertyLookup lookup = base instanceof JSObject object ? ofOwn(object, key) : null;
        return lookup != null && lookup.isPlainData() ? lookup : NOTHING;
    }

    /** As {@link #ofOwnData}, for overwriting. */
    @TruffleBoundary
    static PropertyLookup toOverwriteOwn(Object base, Object key, Object value) {
        PropertyLookup lookup = base instanceof JSObject object ? toOverwrite(object, key, value) : null;
        return lookup != null ? lookup : NOTHING;
    }

    /** An own private element; also of a proxy, and of an object that is not extensible. @return null in a dictionary */
    @TruffleBoundary
    static PropertyLookup ofHidden(JSObject object, Object key) {
        Shape shape = upToDate(object);
        if ((shape.getFlags() & JSObject.DICTIONARY) != 0) {
            return null;
        }
        Property property = shape.getProperty(key);
        return new PropertyLookup(new Shape[] {shape}, property == null ? null : property.getLocation(), 0, null, null);
    }

    /** For overwriting an own writable data property: makes its location fit for the value. @return null if there is none */
    @TruffleBoundary
    static PropertyLookup toOverwrite(JSObject object, Object key, Object value) {
        return toOverwrite(object, key, value, of(object, key));
    }

    @TruffleBoundary
    static PropertyLookup toOverwriteHidden(JSObject object, Object key, Object value) {
        return toOverwrite(object, key, value, ofHidden(object, key));
    }

    private static PropertyLookup toOverwrite(JSObject object, Object key, Object value, PropertyLookup found) {
        if (found == null || !found.isOwn() || found.is(NOT_OVERWRITABLE) || object.isReliedOn()) {
            return null;
        }
        if (object.holdsGlobals()) {
            Agent.get(null).globalConstants().mayChange(key);
        }
        if (!found.canStore(value)) {
            // Write it once the general way: afterwards the object has a shape with a more general location.
            Properties.write(object, key, value);
            Shape shape = object.getShape();
            Property property = shape.getProperty(key);
            return new PropertyLookup(new Shape[] {shape}, property.getLocation(), property.getFlags(), null, null);
        }
        return found;
    }

    /** For adding a private element. @return null if it is there already or the object must not grow */
    @TruffleBoundary
    static PropertyLookup toAddHidden(JSObject object, Object key, Object value) {
        if ((object.getShape().getFlags() & JSObject.NOT_EXTENSIBLE) != 0) {
            return null;
        }
        PropertyLookup absent = ofHidden(object, key);
        return absent == null || absent.isFound() ? null : absent.adding(key, value, PropertyFlags.DEFAULT, null, null);
    }

    private PropertyLookup adding(Object key, Object value, int newFlags, PrototypeChain above, AddedProperties added) {
        Shape after = shapes[0].defineProperty(key, added == null ? value : added.widen(key, value), newFlags);
        Assumption[] relied = above == null ? NONE : above.unchanged;
        if (added != null) {
            relied = Arrays.copyOf(relied, relied.length + 1);
            relied[relied.length - 1] = added.stable(key);
        }
        return new PropertyLookup(shapes, null, newFlags, after, after.getProperty(key).getLocation(), above, relied);
    }

    /**
     * The value of a property, where all that is met on the way is described by shapes and the property is plain data.
     *
     * @return null where it is not so
     */
    static Object read(PropertyCache cache, JSObject start, Object key) {
        for (JSObject o = start; o != null; o = o.prototype()) {
            Shape shape = upToDate(o);
            if (!isDescribed(o, shape, key)) {
                return null;
            }
            Property property = cache.find(shape, key);
            if (property != null) {
                return (property.getFlags() & NOT_PLAIN) == 0 ? property.getLocation().get(o, shape) : null;
            }
        }
        return Undefined.INSTANCE;
    }

    /** Overwrites an own property, where that is all there is to do. @return false where it is not so: nothing is written */
    static boolean overwrite(PropertyCache cache, JSObject object, Object key, Object value) {
        Shape shape = upToDate(object);
        if (!isDescribed(object, shape, key) || object.isReliedOn() || object.holdsGlobals()) {
            return false;
        }
        Property property = cache.find(shape, key);
        if (property == null || (property.getFlags() & NOT_OVERWRITABLE) != 0 || !property.getLocation().canStore(value)) {
            return false;
        }
        try {
            property.getLocation().set(object, value, shape);
            return true;
        } catch (IncompatibleLocationException | FinalLocationException e) {
            return false;
        }
    }

    /** The object's shape, after leaving one that is obsolete. */
    private static Shape upToDate(JSObject object) {
        if (!object.getShape().isValid()) {
            DynamicObjectLibrary.getUncached().updateShape(object);
        }
        return object.getShape();
    }

    /** For defining an own property that is not there yet. @param added what the place knows of its values, or null. @return null if the shape cannot tell or the object must not grow */
    @TruffleBoundary
    static PropertyLookup toAdd(JSObject object, Object key, Object value, int flags, boolean alongChain, AddedProperties added) {
        PropertyLookup absent = ofOwn(object, key);
        if (absent == null || absent.location != null || !object.isExtensible() || object.isReliedOn()) {
            return null;
        }
        if (alongChain) {
            PrototypeChain prototypes = PrototypeChain.of(object.prototype(), key);
            if (prototypes != null) {
                return prototypes.holder == null || isShadowed(prototypes.holder, key) ? absent.adding(key, value, flags, prototypes, added) : null;
            }
            absent = of(object, key);
        }
        return absent == null || absent.location != null ? null : absent.adding(key, value, flags, null, added);
    }

    /** Whether writing what is inherited from the holder makes an own property: OrdinarySetWithOwnDescriptor (ECMA-262 §10.1.9.2) step 2. */
    private static boolean isShadowed(JSObject holder, Object key) {
        return (Properties.flags(holder, key) & NOT_OVERWRITABLE) == 0;
    }

    /** What the object has of its own. @return null if its shape does not tell */
    @TruffleBoundary
    static PropertyLookup ofOwn(JSObject object, Object key) {
        Shape shape = upToDate(object);
        if (!isDescribed(object, shape, key)) {
            return null;
        }
        Property property = shape.getProperty(key);
        return new PropertyLookup(new Shape[] {shape}, property == null ? null : property.getLocation(), property == null ? 0 : property.getFlags(), null, null);
    }

    /** Whether the object's shape tells of the key. */
    static boolean isDescribed(JSObject object, Object key) {
        return isDescribed(object, upToDate(object), key);
    }

    private static boolean isDescribed(JSObject object, Shape shape, Object key) {
        return (shape.getFlags() & JSObject.DICTIONARY) == 0 && object.hasOrdinaryNamedProperties()
                && !(object instanceof JSTypedArray && Conversions.canonicalNumericIndex(key) != null);
    }

    /** The object that holds the property (the start itself if there is none), or null if this lookup is not about the start. */
    @ExplodeLoop
    JSObject holder(JSObject start) {
        JSObject o = start;
        if (o.getShape() != shapes[0]) {
            return null;
        }
        if (prototypes != null) {
            return prototypes.isOf(o) ? o : null;
        }
        for (int i = 1; i < shapes.length; i++) {
            o = o.prototype();
            if (o == null || o.getShape() != shapes[i]) {
                return null;
            }
        }
        if (location == null) {
            return shapeAfter != null && shapes.length == 1 || o.prototype() == null ? start : null;
        }
        return o;
    }

    /** What {@link #holder} takes for granted, and what makes another lookup for adding better. */
    Assumption[] unchanged() {
        return unchanged;
    }

    @Idempotent
    boolean isFound() {
        return location != null;
    }

    @Idempotent
    boolean isOwn() {
        return ownShape != null;
    }

    /** Whether this is about an own property of the object. */
    boolean isOwnOf(JSObject object) {
        return ownShape != null && object.getShape() == ownShape;
    }

    /** What {@link #isOwnOf} stores. */
    Object storedOwn(JSObject object) {
        return location.get(object, ownShape);
    }

    @Idempotent
    boolean isPlainData() {
        return location != null && (flags & NOT_PLAIN) == 0;
    }

    @Idempotent
    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** What is stored: a value, an Accessor, a VirtualProperty or a LazyValue. */
    Object stored(JSObject holder) {
        return location.get(holder, shapes[shapes.length - 1]);
    }

    /** Whether this is about what objects of this one's shape have of their own, found or not. */
    boolean isOfShape(JSObject object) {
        return shapes.length == 1 && object.getShape() == shapes[0];
    }

    /** Whether nothing stands against removing the property, changing it in any way, or adding it where it was not found. */
    @Idempotent
    boolean isFree() {
        return shapes.length == 1 && (flags & PropertyFlags.NOT_CONFIGURABLE) == 0 && (shapes[0].getFlags() & JSObject.NOT_EXTENSIBLE) == 0;
    }

    boolean canStore(Object value) {
        return (shapeAfter != null ? locationAfter : location).canStore(value) && (shapeAfter == null || shapeAfter.isValid());
    }

    /** Overwrites the own property, or adds it. Ask {@link #canStore} first. @return false if it could not after all */
    boolean store(JSObject object, Object value) {
        try {
            if (shapeAfter != null) {
                locationAfter.set(object, value, shapes[0], shapeAfter);
            } else {
                location.set(object, value, shapes[0]);
            }
            return true;
        } catch (IncompatibleLocationException | FinalLocationException e) {
            return false;
        }
    }
}
