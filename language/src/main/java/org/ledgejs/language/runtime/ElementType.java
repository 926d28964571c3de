package org.ledgejs.language.runtime;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Predicate;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The element types of typed arrays and views (ECMA-262, Table 71), and how their values are bytes. Where the type is a
 * constant, each method comes down to one memory access and a conversion. Offsets are in bytes.
 */
public enum ElementType {
    INT8("Int8", 0, Intrinsic.INT8_ARRAY, Intrinsic.INT8_ARRAY_PROTOTYPE),
    UINT8("Uint8", 0, Intrinsic.UINT8_ARRAY, Intrinsic.UINT8_ARRAY_PROTOTYPE),
    UINT8_CLAMPED("Uint8Clamped", 0, Intrinsic.UINT8_CLAMPED_ARRAY, Intrinsic.UINT8_CLAMPED_ARRAY_PROTOTYPE),
    INT16("Int16", 1, Intrinsic.INT16_ARRAY, Intrinsic.INT16_ARRAY_PROTOTYPE),
    UINT16("Uint16", 1, Intrinsic.UINT16_ARRAY, Intrinsic.UINT16_ARRAY_PROTOTYPE),
    INT32("Int32", 2, Intrinsic.INT32_ARRAY, Intrinsic.INT32_ARRAY_PROTOTYPE),
    UINT32("Uint32", 2, Intrinsic.UINT32_ARRAY, Intrinsic.UINT32_ARRAY_PROTOTYPE),
    BIG_INT64("BigInt64", 3, Intrinsic.BIGINT64_ARRAY, Intrinsic.BIGINT64_ARRAY_PROTOTYPE),
    BIG_UINT64("BigUint64", 3, Intrinsic.BIGUINT64_ARRAY, Intrinsic.BIGUINT64_ARRAY_PROTOTYPE),
    FLOAT16("Float16", 1, Intrinsic.FLOAT16_ARRAY, Intrinsic.FLOAT16_ARRAY_PROTOTYPE),
    FLOAT32("Float32", 2, Intrinsic.FLOAT32_ARRAY, Intrinsic.FLOAT32_ARRAY_PROTOTYPE),
    FLOAT64("Float64", 3, Intrinsic.FLOAT64_ARRAY, Intrinsic.FLOAT64_ARRAY_PROTOTYPE);

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private final String prefix;
    private final TruffleString arrayName;
    private final int shift;
    private final Intrinsic constructor;
    private final Intrinsic prototype;

    ElementType(String prefix, int shift, Intrinsic constructor, Intrinsic prototype) {
        this.prefix = prefix;
        this.arrayName = Strings.constant(prefix + "Array");
        this.shift = shift;
        this.constructor = constructor;
        this.prototype = prototype;
    }

    /** The type of the typed arrays an intrinsic constructor makes. */
    public static ElementType ofConstructor(Intrinsic constructor) {
        return find(type -> type.constructor == constructor);
    }

    public static ElementType ofPrototype(Intrinsic prototype) {
        return find(type -> type.prototype == prototype);
    }

    private static ElementType find(Predicate<ElementType> predicate) {
        return Arrays.stream(values()).filter(predicate).findFirst().orElseThrow();
    }

    /** "Int8", as in the names of DataView's methods. */
    public String prefix() {
        return prefix;
    }

    /** [[TypedArrayName]]: "Int8Array". */
    public TruffleString arrayName() {
        return arrayName;
    }

    public Intrinsic constructor() {
        return constructor;
    }

    public Intrinsic prototype() {
        return prototype;
    }

    /** Element size in bytes. */
    public int size() {
        return 1 << shift;
    }

    /** Binary logarithm of the size. */
    public int shift() {
        return shift;
    }

    /** [[ContentType]] is bigint. */
    public boolean isBigInt() {
        return this == BIG_INT64 || this == BIG_UINT64;
    }

    public boolean isFloat() {
        return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** Every element is an int of Java. */
    public boolean isInt() {
        return !isBigInt() && !isFloat() && this != UINT32;
    }

    /** ToBigInt or ToNumber, as the content type asks: may call the program. @return an Integer, a Double or a BigInt */
    @TruffleBoundary
    public Object coerce(Object value) {
        return value instanceof Integer && !isBigInt() ? value : isBigInt() ? Conversions.toBigInt(value) : (Object) Conversions.toNumber(value);
    }

    /** The element as a value of the language. */
    public Object get(byte[] data, int at) {
        return fromBits(RawBytes.read(data, at, shift));
    }

    /** The element of a type that {@link #isInt}. */
    public int getInt(byte[] data, int at) {
        return intFromBits(RawBytes.read(data, at, shift));
    }

    /** The element of a type that is not {@link #isBigInt}. */
    public double getDouble(byte[] data, int at) {
        return doubleFromBits(RawBytes.read(data, at, shift));
    }

    /** @param numeric as {@link #coerce} gives it */
    public void set(byte[] data, int at, Object numeric) {
        RawBytes.write(data, at, shift, toBits(numeric));
    }

    public void setInt(byte[] data, int at, int value) {
        RawBytes.write(data, at, shift, toBits(value));
    }

    public void setDouble(byte[] data, int at, double value) {
        RawBytes.write(data, at, shift, toBits(value));
    }

    /** As {@link #get}, in either byte order. */
    public Object get(byte[] data, int at, boolean littleEndian) {
        return fromBits(RawBytes.read(data, at, shift, littleEndian));
    }

    public void set(byte[] data, int at, Object numeric, boolean littleEndian) {
        RawBytes.write(data, at, shift, toBits(numeric), littleEndian);
    }

    /** RawBytesToNumeric (§25.1.3.14). @param bits bits above the size do not matter */
    public Object fromBits(long bits) {
        return switch (this) {
            case INT8, UINT8, UINT8_CLAMPED, INT16, UINT16, INT32 -> intFromBits(bits);
            case UINT32 -> (int) bits >= 0 ? (Object) (int) bits : (Object) doubleFromBits(bits);
            case BIG_INT64 -> BigInt.of(bits);
            case BIG_UINT64 -> unsignedBigInt(bits);
            default -> Conversions.number(doubleFromBits(bits));
        };
    }

    private int intFromBits(long bits) {
        return switch (this) {
            case INT8 -> (byte) bits;
            case UINT8, UINT8_CLAMPED -> (int) bits & 0xFF;
            case INT16 -> (short) bits;
            case UINT16 -> (int) bits & 0xFFFF;
            default -> (int) bits;
        };
    }

    private double doubleFromBits(long bits) {
        return switch (this) {
            case UINT32 -> bits & 0xFFFF_FFFFL;
            case FLOAT16 -> Float16.toDouble((short) bits);
            case FLOAT32 -> Float.intBitsToFloat((int) bits);
            case FLOAT64 -> Double.longBitsToDouble(bits);
            default -> intFromBits(bits);
        };
    }

    private static BigInt unsignedBigInt(long bits) {
        return bits >= 0 ? BigInt.of(bits) : largeBigInt(bits);
    }

    @TruffleBoundary
    private static BigInt largeBigInt(long bits) {
        return BigInt.of(BigInteger.valueOf(bits).add(TWO_TO_64));
    }

    /** NumericToRawBytes (§25.1.3.17). @param numeric as {@link #coerce} gives it */
    public long toBits(Object numeric) {
        return switch (numeric) {
            case Integer i -> toBits((int) i);
            case Double d -> toBits((double) d);
            default -> ((BigInt) numeric).longValue();
        };
    }

    private long toBits(int value) {
        return switch (this) {
            case UINT8_CLAMPED -> Math.max(0, Math.min(value, 255));
            case FLOAT16, FLOAT32, FLOAT64 -> toBits((double) value);
            default -> value;
        };
    }

    private long toBits(double value) {
        return switch (this) {
            case UINT8_CLAMPED -> (long) Math.rint(Math.max(0, Math.min(value, 255)));
            case FLOAT16 -> Float16.fromDouble(value);
            case FLOAT32 -> Float.floatToRawIntBits((float) value);
            case FLOAT64 -> Double.doubleToRawLongBits(value);
            default -> Conversions.toInt32(value);
        };
    }
}
