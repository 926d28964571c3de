package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.UnexpectedResultException;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Reads a property with a computed key: GetValue of {@code base[key]} (ECMA-262 §13.3.3). */
@ReportPolymorphism
@GenerateInline(false)
@ImportStatic({ArrayGuards.class, KeyGuards.class})
public abstract class GetElementNode extends Node {
    /** As many names as tables of settings or colours have. */
    static final int KEYS = 6;
    static final int KINDS = 3;

    final ArrayPrototypes prototypes = new ArrayPrototypes();
    final TypedArrayBounds bounds = new TypedArrayBounds();

    @NeverDefault
    public static GetElementNode create() {
        return GetElementNodeGen.create();
    }

    /** @param key any value */
    public abstract Object execute(Object base, Object key);

    public abstract Object execute(Object base, int index);

    public abstract int executeInt(Object base, int index) throws UnexpectedResultException;

    public abstract double executeDouble(Object base, int index) throws UnexpectedResultException;

    @Specialization(guards = {"hasInts(array)", "isWithin(array, index)"})
    static int ofInts(JSArray array, int index) {
        return ArrayStrategy.INT.getInt(array, index);
    }

    @Specialization(guards = {"hasDoubles(array)", "isWithin(array, index)"})
    static double ofDoubles(JSArray array, int index) {
        return ArrayStrategy.DOUBLE.getDouble(array, index);
    }

    @Specialization(guards = {"hasObjects(array)", "isWithin(array, index)"})
    static Object ofObjects(JSArray array, int index) {
        return ArrayStrategy.OBJECT.getObject(array, index);
    }

    @Specialization(guards = {"hasHoleyInts(array)", "isWithin(array, index)", "!isIntHole(array, index)"})
    static int ofHoleyInts(JSArray array, int index) {
        return ArrayStrategy.INT_HOLEY.getInt(array, index);
    }

    @Specialization(guards = {"hasHoleyDoubles(array)", "isWithin(array, index)", "!isDoubleHole(array, index)"})
    static double ofHoleyDoubles(JSArray array, int index) {
        return ArrayStrategy.DOUBLE_HOLEY.getDouble(array, index);
    }

    @Specialization(guards = {"hasHoleyObjects(array)", "isWithin(array, index)"})
    Object ofHoleyObjects(JSArray array, int index) {
        Object element = ArrayStrategy.OBJECT_HOLEY.getObject(array, index);
        return element != null ? element : ofHole(array, index);
    }

    /** Beyond the end, mostly. */
    private Object ofHole(JSArray array, int index) {
        return prototypes.haveNoElements(array) ? Undefined.INSTANCE : array.getIndex(index);
    }

    /** A queue's, and constants'. */
    @Specialization(guards = {"hasOffset(array) || isFixed(array)", "isWithin(array, index)"})
    static Object ofPacked(JSArray array, int index) {
        return elementOf(array, index);
    }

    @Specialization(guards = {"index >= 0", "array.strategy().isFast()", "!isPresent(array, index)"})
    Object ofAbsent(JSArray array, int index) {
        return ofHole(array, index);
    }

    /** Of a fast or fixed array: null for a hole. */
    static Object elementOf(JSArray array, int index) {
        int position = array.offset() + index;
        return switch (array.storage()) {
            case Object[] objects -> objects[position];
            case int[] ints -> array.strategy() == ArrayStrategy.INT_HOLEY && ArrayStrategy.INT_HOLEY.isHole(ints[position]) ? null : (Object) ints[position];
            case double[] doubles -> array.strategy() == ArrayStrategy.DOUBLE_HOLEY && ArrayStrategy.DOUBLE_HOLEY.isHole(doubles[position]) ? null : (Object) doubles[position];
            case null, default -> null;
        };
    }

    @Specialization(guards = {"index >= 0", "!array.strategy().isFast()"})
    static Object ofSlowArray(JSArray array, int index) {
        return array.getIndex(index);
    }

    @Specialization(guards = {"index >= 0", "index < length(string)"})
    static TruffleString ofString(TruffleString string, int index, @Cached CharacterNode character) {
        return character.execute(string, index);
    }

    static int length(TruffleString string) {
        return Strings.length(string);
    }

    @Specialization(guards = {"array.elementType() == type", "isInt", "bounds.contain(array, index)"}, limit = "KINDS")
    static int ofTypedInts(JSTypedArray array, int index, @Cached("array.elementType()") ElementType type,
            @Cached("type.isInt()") @SuppressWarnings("unused") boolean isInt) {
        return array.getIntElement(type, index);
    }

    @Specialization(guards = {"array.elementType() == type", "isFloat", "bounds.contain(array, index)"}, limit = "KINDS")
    static double ofTypedDoubles(JSTypedArray array, int index, @Cached("array.elementType()") ElementType type,
            @Cached("type.isFloat()") @SuppressWarnings("unused") boolean isFloat) {
        return array.getDoubleElement(type, index);
    }

    /** Uint32 and BigInt. */
    @Specialization(guards = {"array.elementType() == type", "bounds.contain(array, index)"}, limit = "KINDS")
    static Object ofTypedArray(JSTypedArray array, int index, @Cached("array.elementType()") ElementType type) {
        return array.getElement(type, index);
    }

    @Specialization(guards = {"index >= 0", "!isArray(object)"}, replaces = {"ofTypedInts", "ofTypedDoubles", "ofTypedArray"})
    static Object ofObject(JSObject object, int index) {
        return object.getIndex(index);
    }

    /** A number that is an index after all. */
    @Specialization(guards = "isIndex(index)")
    static Object ofDoubleKey(Object base, double index, @Cached GetElementNode next) {
        return next.execute(base, (int) index);
    }

    @Specialization(guards = {"get != null", "isSame(key, cachedKey)"}, limit = "KEYS")
    static Object ofName(Object base, TruffleString key, @Cached("key") @SuppressWarnings("unused") TruffleString cachedKey,
            @Cached("ofConstant(key)") GetPropertyNode get) {
        return get.execute(base);
    }

    /** Null for an array index. */
    static GetPropertyNode ofConstant(TruffleString key) {
        return PropertyKey.arrayIndex(key) < 0 ? GetPropertyNode.create(key) : null;
    }

    @Specialization(guards = "key == cachedKey", limit = "KEYS")
    static Object ofSymbol(Object base, Symbol key, @Cached("key") @SuppressWarnings("unused") Symbol cachedKey,
            @Cached("createOf(key)") GetPropertyNode get) {
        return get.execute(base);
    }

    @NeverDefault
    static GetPropertyNode createOf(Symbol key) {
        return GetPropertyNode.create(key);
    }

    @Specialization(replaces = {"ofName", "ofSymbol", "ofObject", "ofString", "ofDoubleKey", "ofSlowArray"})
    @TruffleBoundary
    Object ofAny(Object base, Object key) {
        if (base instanceof JSObject object) {
            Object propertyKey = Conversions.toPropertyKey(key);
            Object value = KeyGuards.isMemorable(propertyKey) ? PropertyLookup.read(Agent.get(this).propertyCache(), object, propertyKey) : null;
            return value != null ? value : object.get(propertyKey, object);
        }
        if (base == Undefined.INSTANCE || base == Null.INSTANCE) {
            throw Errors.cannotRead(base, key, this);
        }
        return ObjectOperations.get(base, Conversions.toPropertyKey(key));
    }
}
