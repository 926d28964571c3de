package org.ledgejs.hardware.embedded;

/**
 * The options object a program gave to a constructor. Each property is read once, in the order of the class's table,
 * and everything is validated before anything is allocated (ECMA-419 §8). Conversions are those of ECMA-262 and may
 * run the program's code.
 */
public interface OptionReader {

    /** The value of a property, or {@code null} if it is absent or {@code undefined}. */
    Object get(String name);

    /** ToNumber (ECMA-262 §7.1.4). */
    double toNumber(Object value);

    /** ToBoolean (ECMA-262 §7.1.2). */
    boolean toBoolean(Object value);

    /** Whether a value is a String, and which; {@code null} for any other type. */
    String asString(Object value);

    /** Whether a value is the ECMAScript {@code null}. */
    boolean isNull(Object value);

    /** IsCallable (ECMA-262 §7.2.3). */
    boolean isCallable(Object value);
}
