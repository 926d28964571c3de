package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.lang.reflect.Array;
import java.util.Optional;
import org.ledgejs.hardware.HardwareContext;

/** Values of the language as Java's parameters, and Java's results as values of the language. */
final class Conversions {

    /** Answers that a value does not suit a type; {@code null} is a value. */
    static final Object IMPOSSIBLE = new Object();

    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private Conversions() {
    }

    /**
     * The value for a parameter: numbers that fit (a byte also from 0 to 255), booleans, strings, constants of an enum
     * or their names, arrays and buffers of bytes, and devices. No functions: their calls need an agent.
     */
    @TruffleBoundary
    static Object toJava(Object value, Class<?> type) {
        try {
            if (value instanceof DeviceObject object && type.isInstance(object.java())) {
                return object.java();
            }
            if (type.isPrimitive()) {
                return primitive(value, type);
            }
            if (INTEROP.isNull(value)) {
                return null;
            }
            if (type == String.class) {
                return INTEROP.isString(value) ? INTEROP.asString(value) : IMPOSSIBLE;
            }
            if (type.isEnum()) {
                return INTEROP.isString(value) ? constant(INTEROP.asString(value), type) : IMPOSSIBLE;
            }
            return type == byte[].class ? bytes(value) : IMPOSSIBLE;
        } catch (InteropException e) {
            return IMPOSSIBLE;
        }
    }

    private static Object primitive(Object value, Class<?> type) throws InteropException {
        if (type == boolean.class) {
            return INTEROP.isBoolean(value) ? INTEROP.asBoolean(value) : IMPOSSIBLE;
        }
        if (!INTEROP.isNumber(value)) {
            return IMPOSSIBLE;
        }
        if (type == double.class || type == float.class) {
            if (!INTEROP.fitsInDouble(value)) {
                return IMPOSSIBLE;
            }
            double number = INTEROP.asDouble(value);
            if (type == double.class) {
                return number;
            }
            return (float) number;
        }
        if (type == long.class) {
            return INTEROP.fitsInLong(value) ? INTEROP.asLong(value) : IMPOSSIBLE;
        }
        if (!INTEROP.fitsInInt(value)) {
            return IMPOSSIBLE;
        }
        int number = INTEROP.asInt(value);
        if (type == int.class) {
            return number;
        }
        if (type == short.class) {
            return number >= Short.MIN_VALUE && number <= 0xffff ? (Object) (short) number : IMPOSSIBLE;
        }
        if (type == byte.class) {
            return number >= Byte.MIN_VALUE && number <= 0xff ? (Object) (byte) number : IMPOSSIBLE;
        }
        return IMPOSSIBLE;
    }

    private static Object constant(String name, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return IMPOSSIBLE;
    }

    private static Object bytes(Object value) throws InteropException {
        if (INTEROP.hasBufferElements(value)) {
            byte[] bytes = new byte[Math.toIntExact(INTEROP.getBufferSize(value))];
            INTEROP.readBuffer(value, 0, bytes, 0, bytes.length);
            return bytes;
        }
        if (!INTEROP.hasArrayElements(value)) {
            return IMPOSSIBLE;
        }
        byte[] bytes = new byte[Math.toIntExact(INTEROP.getArraySize(value))];
        for (int i = 0; i < bytes.length; i++) {
            Object element = primitive(INTEROP.readArrayElement(value, i), byte.class);
            if (element == IMPOSSIBLE) {
                return IMPOSSIBLE;
            }
            bytes[i] = (Byte) element;
        }
        return bytes;
    }

    /** Gives back to the program's buffer or array what Java stored in its copy. */
    @TruffleBoundary
    static void copyBack(byte[] bytes, Object value) throws InteropException {
        if (INTEROP.hasBufferElements(value)) {
            for (int i = 0; i < bytes.length; i++) {
                INTEROP.writeBufferByte(value, i, bytes[i]);
            }
        } else {
            for (int i = 0; i < bytes.length; i++) {
                INTEROP.writeArrayElement(value, i, bytes[i] & 0xff);
            }
        }
    }

    /** A result or property as a value of the language. */
    @TruffleBoundary
    static Object toGuest(Object value, HardwareContext hardware) {
        return switch (value) {
            case null -> hardware.agent().undefined();
            case Boolean bool -> bool;
            case Integer number -> number;
            case Long number -> number;
            case Double number -> number;
            // The shortest decimal: 21.46, not 21.459999084472656.
            case Float number -> Double.parseDouble(number.toString());
            case Number number -> number.intValue();
            case String text -> text;
            case Optional<?> optional -> toGuest(optional.orElse(null), hardware);
            case Object array when array.getClass().isArray() -> {
                Object[] elements = new Object[Array.getLength(array)];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = element(Array.get(array, i), hardware);
                }
                yield new DeviceArray(elements);
            }
            default -> new DeviceObject(hardware, value);
        };
    }

    /** Bytes from devices count from 0 to 255. */
    private static Object element(Object value, HardwareContext hardware) {
        return value instanceof Byte octet ? octet & 0xff : toGuest(value, hardware);
    }
}
