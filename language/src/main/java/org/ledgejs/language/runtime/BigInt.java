package org.ledgejs.language.runtime;

import java.math.BigInteger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

import org.ledgejs.language.LedgeLanguage;

/** A BigInt value (ECMA-262 §6.1.6.2): a long where it fits, else a BigInteger. */
@ExportLibrary(InteropLibrary.class)
public final class BigInt implements TruffleObject, Comparable<BigInt> {
    public static final BigInt ZERO = new BigInt(0, null);
    public static final BigInt ONE = new BigInt(1, null);
    /** V8's limit; more is a RangeError. */
    private static final long MAX_BITS = 1L << 30;

    private final long small;
    /** Null when {@link #small} holds the value. */
    private final BigInteger big;

    private BigInt(long small, BigInteger big) {
        this.small = small;
        this.big = big;
    }

    public static BigInt of(long value) {
        return value == 0 ? ZERO : new BigInt(value, null);
    }

    @TruffleBoundary
    public static BigInt of(BigInteger value) {
        if (value.bitLength() < 64) {
            return of(value.longValue());
        }
        if (value.bitLength() > MAX_BITS) {
            throw tooBig();
        }
        return new BigInt(0, value);
    }

    private static JSException tooBig() {
        return Errors.rangeError("Maximum BigInt size exceeded");
    }

    /** NumberToBigInt of an integral number. */
    @TruffleBoundary
    public static BigInt ofIntegral(double value) {
        return Math.abs(value) < 0x1p63 ? of((long) value) : of(new java.math.BigDecimal(value).toBigInteger());
    }

    /** StringToBigInt (§7.1.14): null if the text is no StringIntegerLiteral. */
    @TruffleBoundary
    public static BigInt parse(String string) {
        String s = NumberText.trim(string);
        if (s.isEmpty()) {
            return ZERO;
        }
        int radix = s.length() > 2 && s.charAt(0) == '0' ? NumberText.radixOf(s.charAt(1)) : 0;
        if (radix != 0) {
            return parseDigits(s.substring(2), radix, false);
        }
        char first = s.charAt(0);
        boolean sign = first == '-' || first == '+';
        return parseDigits(sign ? s.substring(1) : s, 10, first == '-');
    }

    private static BigInt parseDigits(String digits, int radix, boolean negative) {
        if (digits.isEmpty()) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (NumberText.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(digits, radix);
        return of(negative ? value.negate() : value);
    }

    public boolean isSmall() {
        return big == null;
    }

    /** The value modulo 2<sup>64</sup>. */
    @TruffleBoundary
    public long longValue() {
        return big == null ? small : big.longValue();
    }

    @TruffleBoundary
    public BigInteger toBigInteger() {
        return big == null ? BigInteger.valueOf(small) : big;
    }

    /** The nearest Number, ties to even. */
    @TruffleBoundary
    public double doubleValue() {
        return big == null ? (double) small : big.doubleValue();
    }

    public boolean isZero() {
        return big == null && small == 0;
    }

    @TruffleBoundary
    public int signum() {
        return big == null ? Long.signum(small) : big.signum();
    }

    public BigInt add(BigInt other) {
        if (big == null && other.big == null) {
            long sum = small + other.small;
            if (((small ^ sum) & (other.small ^ sum)) >= 0) {
                return of(sum);
            }
        }
        return addBig(other);
    }

    @TruffleBoundary
    private BigInt addBig(BigInt other) {
        return of(toBigInteger().add(other.toBigInteger()));
    }

    public BigInt subtract(BigInt other) {
        if (big == null && other.big == null) {
            long difference = small - other.small;
            if (((small ^ other.small) & (small ^ difference)) >= 0) {
                return of(difference);
            }
        }
        return subtractBig(other);
    }

    @TruffleBoundary
    private BigInt subtractBig(BigInt other) {
        return of(toBigInteger().subtract(other.toBigInteger()));
    }

    public BigInt multiply(BigInt other) {
        if (big == null && other.big == null && Math.multiplyHigh(small, other.small) == small * other.small >> 63) {
            return of(small * other.small);
        }
        return multiplyBig(other);
    }

    @TruffleBoundary
    private BigInt multiplyBig(BigInt other) {
        BigInteger a = toBigInteger();
        BigInteger b = other.toBigInteger();
        if ((long) a.bitLength() + b.bitLength() > MAX_BITS + 1) {
            throw tooBig();
        }
        return of(a.multiply(b));
    }

    public BigInt divide(BigInt other) {
        if (other.isZero()) {
            throw Errors.rangeError("Division by zero");
        }
        if (big == null && other.big == null && (small != Long.MIN_VALUE || other.small != -1)) {
            return of(small / other.small);
        }
        return divideBig(other);
    }

    @TruffleBoundary
    private BigInt divideBig(BigInt other) {
        return of(toBigInteger().divide(other.toBigInteger()));
    }

    public BigInt remainder(BigInt other) {
        if (other.isZero()) {
            throw Errors.rangeError("Division by zero");
        }
        if (big == null && other.big == null) {
            return other.small == -1 ? ZERO : of(small % other.small);
        }
        return remainderBig(other);
    }

    @TruffleBoundary
    private BigInt remainderBig(BigInt other) {
        return of(toBigInteger().remainder(other.toBigInteger()));
    }

    @TruffleBoundary
    public BigInt exponentiate(BigInt exponent) {
        if (exponent.signum() < 0) {
            throw Errors.rangeError("Exponent must be non-negative");
        }
        if (exponent.isZero()) {
            return ONE;
        }
        if (big == null && (small == 0 || small == 1)) {
            return this;
        }
        if (big == null && small == -1) {
            return (exponent.longValue() & 1) == 0 ? ONE : this;
        }
        BigInteger base = toBigInteger();
        if (exponent.big != null || exponent.small > MAX_BITS || (base.abs().bitLength() - 1L) * exponent.small > MAX_BITS) {
            throw tooBig();
        }
        return of(base.pow((int) exponent.small));
    }

    public BigInt negate() {
        return ZERO.subtract(this);
    }

    @TruffleBoundary
    public BigInt shiftLeft(BigInt count) {
        if (count.signum() < 0) {
            return shiftRightBy(count.negate());
        }
        if (isZero() || count.isZero()) {
            return this;
        }
        BigInteger value = toBigInteger();
        if (count.big != null || count.small > MAX_BITS || value.bitLength() + count.small > MAX_BITS) {
            throw tooBig();
        }
        return of(value.shiftLeft((int) count.small));
    }

    @TruffleBoundary
    public BigInt shiftRight(BigInt count) {
        return count.signum() < 0 ? shiftLeft(count.negate()) : shiftRightBy(count);
    }

    private BigInt shiftRightBy(BigInt count) {
        if (count.big != null || count.small > MAX_BITS) {
            return signum() < 0 ? of(-1) : ZERO;
        }
        return big == null ? of(small >> Math.min(63, count.small)) : of(big.shiftRight((int) count.small));
    }

    @TruffleBoundary
    public BigInt and(BigInt other) {
        return big == null && other.big == null ? of(small & other.small) : of(toBigInteger().and(other.toBigInteger()));
    }

    @TruffleBoundary
    public BigInt or(BigInt other) {
        return big == null && other.big == null ? of(small | other.small) : of(toBigInteger().or(other.toBigInteger()));
    }

    @TruffleBoundary
    public BigInt xor(BigInt other) {
        return big == null && other.big == null ? of(small ^ other.small) : of(toBigInteger().xor(other.toBigInteger()));
    }

    @TruffleBoundary
    public BigInt not() {
        return big == null ? of(~small) : of(big.not());
    }

    /** BigInt.asIntN. @param bits from 0 to 2<sup>53</sup>-1 */
    @TruffleBoundary
    public BigInt asIntN(long bits) {
        if (bits == 0) {
            return ZERO;
        }
        BigInteger value = toBigInteger();
        if (value.bitLength() < bits) {
            return this;
        }
        BigInteger low = value.and(BigInteger.ONE.shiftLeft((int) bits).subtract(BigInteger.ONE));
        return of(low.testBit((int) bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft((int) bits)) : low);
    }

    /** BigInt.asUintN. @param bits from 0 to 2<sup>53</sup>-1 */
    @TruffleBoundary
    public BigInt asUintN(long bits) {
        if (bits == 0) {
            return ZERO;
        }
        if (signum() >= 0 && toBigInteger().bitLength() <= bits) {
            return this;
        }
        if (bits > MAX_BITS) {
            throw tooBig();
        }
        return of(toBigInteger().and(BigInteger.ONE.shiftLeft((int) bits).subtract(BigInteger.ONE)));
    }

    @Override
    @TruffleBoundary
    public int compareTo(BigInt other) {
        return big == null && other.big == null ? Long.compare(small, other.small) : toBigInteger().compareTo(other.toBigInteger());
    }

    /** Compares with a number that is not NaN. */
    @TruffleBoundary
    public int compareTo(double other) {
        if (Double.isInfinite(other)) {
            return other > 0 ? -1 : 1;
        }
        if (big == null && Math.abs(small) <= 1L << 53 && small != Long.MIN_VALUE) {
            return Double.compare(small, other + 0.0);
        }
        return new java.math.BigDecimal(toBigInteger()).compareTo(new java.math.BigDecimal(other));
    }

    @Override
    @TruffleBoundary
    public boolean equals(Object other) {
        return other instanceof BigInt b && small == b.small && (big == null ? b.big == null : big.equals(b.big));
    }

    @Override
    @TruffleBoundary
    public int hashCode() {
        return big == null ? Long.hashCode(small) : big.hashCode();
    }

    @Override
    @TruffleBoundary
    public String toString() {
        return big == null ? Long.toString(small) : big.toString();
    }

    @TruffleBoundary
    public String toString(int radix) {
        return big == null ? Long.toString(small, radix) : big.toString(radix);
    }

    // A BigInt is an integer number to the polyglot world.

    @ExportMessage
    boolean isNumber() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    boolean fitsInByte() {
        return big == null && (byte) small == small;
    }

    @ExportMessage
    @TruffleBoundary
    boolean fitsInShort() {
        return big == null && (short) small == small;
    }

    @ExportMessage
    boolean fitsInInt() {
        return big == null && (int) small == small;
    }

    @ExportMessage
    boolean fitsInLong() {
        return big == null;
    }

    @ExportMessage
    boolean fitsInBigInteger() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    boolean fitsInFloat() {
        return toBigInteger().bitLength() <= 127 && exactlyIn(toBigInteger().floatValue());
    }

    @ExportMessage
    @TruffleBoundary
    boolean fitsInDouble() {
        return toBigInteger().bitLength() <= 1023 && exactlyIn(doubleValue());
    }

    private boolean exactlyIn(double value) {
        return new java.math.BigDecimal(value).toBigInteger().equals(toBigInteger());
    }

    @ExportMessage
    byte asByte() throws UnsupportedMessageException {
        return (byte) asIntegral(fitsInByte());
    }

    @ExportMessage
    short asShort() throws UnsupportedMessageException {
        return (short) asIntegral(fitsInShort());
    }

    @ExportMessage
    int asInt() throws UnsupportedMessageException {
        return (int) asIntegral(fitsInInt());
    }

    @ExportMessage
    long asLong() throws UnsupportedMessageException {
        return asIntegral(fitsInLong());
    }

    private long asIntegral(boolean fits) throws UnsupportedMessageException {
        if (!fits) {
            throw UnsupportedMessageException.create();
        }
        return small;
    }

    @ExportMessage
    BigInteger asBigInteger() {
        return toBigInteger();
    }

    @ExportMessage
    float asFloat() throws UnsupportedMessageException {
        if (!fitsInFloat()) {
            throw UnsupportedMessageException.create();
        }
        return (float) doubleValue();
    }

    @ExportMessage
    double asDouble() throws UnsupportedMessageException {
        if (!fitsInDouble()) {
            throw UnsupportedMessageException.create();
        }
        return doubleValue();
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return LedgeLanguage.class;
    }

    @ExportMessage
    boolean hasMetaObject() {
        return InteropMembers.metaObject(this) != null;
    }

    @ExportMessage
    Object getMetaObject() throws UnsupportedMessageException {
        JSObject meta = InteropMembers.metaObject(this);
        if (meta == null) {
            throw UnsupportedMessageException.create();
        }
        return meta;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(Inspector.display(this));
    }
}
