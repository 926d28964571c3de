package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.IntStrategy;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Writes a property with a computed key: PutValue to {@code base[key]} (ECMA-262 §6.2.5.6). */
@ReportPolymorphism
@GenerateInline(false)
@ImportStatic({ArrayGuards.class, KeyGuards.class})
public abstract class SetElementNode extends Node {
    static final int KEYS = GetElementNode.KEYS;
    static final int KINDS = 3;
    static final int HOLE = IntStrategy.HOLE;

    final boolean strict;
    final ArrayPrototypes prototypes = new ArrayPrototypes();
    final TypedArrayBounds bounds = new TypedArrayBounds();

    SetElementNode(boolean strict) {
        this.strict = strict;
    }

    /** @param strict throw where the write is refused */
    @NeverDefault
    public static SetElementNode create(boolean strict) {
        return SetElementNodeGen.create(strict);
    }

    /** @param key any value */
    public abstract void execute(Object base, Object key, Object value);

    public abstract void execute(Object base, int index, Object value);

    public abstract void execute(Object base, int index, int value);

    public abstract void execute(Object base, int index, double value);

    @Specialization(guards = {"hasInts(array)", "isWithin(array, index)"})
    static void intInts(JSArray array, int index, int value) {
        ArrayStrategy.INT.setInt(array, index, value);
    }

    @Specialization(guards = {"hasInts(array)", "isAppend(array, index, prototypes)"})
    static void appendInt(JSArray array, @SuppressWarnings("unused") int index, int value) {
        ArrayStrategy.INT.append(array, value);
    }

    @Specialization(guards = {"hasHoleyInts(array)", "isWithin(array, index)", "value != HOLE",
            "!isIntHole(array, index) || prototypes.haveNoElements(array)"})
    static void intHoleyInts(JSArray array, int index, int value) {
        ArrayStrategy.INT_HOLEY.setInt(array, index, value);
    }

    @Specialization(guards = {"hasDoubles(array)", "isWithin(array, index)"})
    static void intDoubles(JSArray array, int index, int value) {
        ArrayStrategy.DOUBLE.setDouble(array, index, value);
    }

    @Specialization(guards = {"hasDoubles(array)", "isWithin(array, index)"})
    static void doubleDoubles(JSArray array, int index, double value) {
        ArrayStrategy.DOUBLE.setDouble(array, index, value);
    }

    @Specialization(guards = {"hasDoubles(array)", "isAppend(array, index, prototypes)"})
    static void appendIntDouble(JSArray array, @SuppressWarnings("unused") int index, int value) {
        ArrayStrategy.DOUBLE.append(array, value);
    }

    @Specialization(guards = {"hasDoubles(array)", "isAppend(array, index, prototypes)"})
    static void appendDouble(JSArray array, @SuppressWarnings("unused") int index, double value) {
        ArrayStrategy.DOUBLE.append(array, value);
    }

    @Specialization(guards = {"hasHoleyDoubles(array)", "isWithin(array, index)", "prototypes.haveNoElements(array)"})
    static void intHoleyDoubles(JSArray array, int index, int value) {
        ArrayStrategy.DOUBLE_HOLEY.setDouble(array, index, value);
    }

    @Specialization(guards = {"hasHoleyDoubles(array)", "isWithin(array, index)", "prototypes.haveNoElements(array)"})
    static void doubleHoleyDoubles(JSArray array, int index, double value) {
        ArrayStrategy.DOUBLE_HOLEY.setDouble(array, index, value);
    }

    @Specialization(guards = {"hasObjects(array)", "isWithin(array, index)"})
    static void objectObjects(JSArray array, int index, Object value) {
        ArrayStrategy.OBJECT.setObject(array, index, value);
    }

    @Specialization(guards = {"hasObjects(array)", "isAppend(array, index, prototypes)"})
    static void appendObject(JSArray array, @SuppressWarnings("unused") int index, Object value) {
        ArrayStrategy.OBJECT.append(array, value);
    }

    @Specialization(guards = {"hasHoleyObjects(array)", "isWithin(array, index)", "prototypes.haveNoElements(array)"})
    static void objectHoleyObjects(JSArray array, int index, Object value) {
        ArrayStrategy.OBJECT_HOLEY.setObject(array, index, value);
    }

    /** The first element of new Array(n). */
    @Specialization(guards = {"isBlank(array)", "isWithin(array, index)", "prototypes.haveNoElements(array)"})
    static void first(JSArray array, int index, Object value) {
        if (ArrayGuards.isNumber(value)) {
            array.startAtNumber(index, value);
        } else {
            array.startAt(index, value);
        }
    }

    /** Where the array changes its kind, and all that is rare. */
    @Specialization(guards = {"index >= 0", "!isWritable(array, index, value, prototypes)"})
    void anyArray(JSArray array, int index, Object value) {
        if (!array.setIndex(index, value) && strict) {
            throw Errors.readOnly(array, (long) index, this);
        }
    }

    @Specialization(guards = {"type != null", "array.writableType() == type", "!isBigInt"}, limit = "KINDS")
    void intTyped(JSTypedArray array, int index, int value, @Cached("array.writableType()") ElementType type,
            @Cached("isBigInt(type)") @SuppressWarnings("unused") boolean isBigInt) {
        if (bounds.contain(array, index)) {
            array.setIntElement(type, index, value);
        }
    }

    @Specialization(guards = {"type != null", "array.writableType() == type", "!isBigInt"}, replaces = "intTyped", limit = "KINDS")
    void doubleTyped(JSTypedArray array, int index, double value, @Cached("array.writableType()") ElementType type,
            @Cached("isBigInt(type)") @SuppressWarnings("unused") boolean isBigInt) {
        if (bounds.contain(array, index)) {
            array.setDoubleElement(type, index, value);
        }
    }

    /** The conversion may call the program, and goes first even where there is no such element. */
    @Specialization(replaces = "doubleTyped")
    void anyTyped(JSTypedArray array, int index, Object value) {
        if (array.writableType() != null) {
            array.setElement(index, array.elementType().coerce(value));
        } else if (strict) {
            throw Errors.readOnly(array, (long) index, this);
        }
    }

    static boolean isBigInt(ElementType type) {
        return type != null && type.isBigInt();
    }

    @Specialization(guards = {"index >= 0", "!isArray(object)"})
    void ofObject(JSObject object, int index, Object value) {
        if (!object.setIndex(index, value) && strict) {
            throw Errors.readOnly(object, (long) index, this);
        }
    }

    @Specialization(guards = "isIndex(index)")
    static void doubleKey(Object base, double index, Object value, @Cached("create(strict)") SetElementNode next) {
        next.execute(base, (int) index, value);
    }

    @Specialization(guards = {"set != null", "isSame(key, cachedKey)"}, limit = "KEYS")
    static void ofName(Object base, TruffleString key, Object value, @Cached("key") @SuppressWarnings("unused") TruffleString cachedKey,
            @Cached("ofConstant(key)") SetPropertyNode set) {
        set.execute(base, value);
    }

    /** Null for an array index. */
    final SetPropertyNode ofConstant(TruffleString key) {
        return PropertyKey.arrayIndex(key) < 0 ? SetPropertyNode.create(key, strict) : null;
    }

    @Specialization(guards = "key == cachedKey", limit = "KEYS")
    static void ofSymbol(Object base, Symbol key, Object value, @Cached("key") @SuppressWarnings("unused") Symbol cachedKey,
            @Cached("createOf(key)") SetPropertyNode set) {
        set.execute(base, value);
    }

    @NeverDefault
    final SetPropertyNode createOf(Symbol key) {
        return SetPropertyNode.create(key, strict);
    }

    @Specialization(replaces = {"ofName", "ofSymbol", "ofObject", "doubleKey", "anyTyped"})
    @TruffleBoundary
    void ofAny(Object base, Object key, Object value) {
        if (base == Undefined.INSTANCE || base == Null.INSTANCE) {
            throw Errors.cannotSet(base, key, this);
        }
        Object propertyKey = Conversions.toPropertyKey(key);
        if (base instanceof JSObject object) {
            boolean written = KeyGuards.isMemorable(propertyKey) && PropertyLookup.overwrite(Agent.get(this).propertyCache(), object, propertyKey, value)
                    || object.set(propertyKey, value, object);
            if (!written && strict) {
                throw Errors.readOnly(object, propertyKey, this);
            }
        } else {
            ObjectOperations.setV(base, propertyKey, value, strict);
        }
    }
}
