package org.ledgejs.hardware.diozero;

import org.ledgejs.hardware.embedded.EmbeddedException;

/** The arguments of a constructor or method. A wrong one is a TypeError that names it. */
final class Arguments {

    private final String callee;
    private final Object[] values;
    private final Object undefined;
    private final int count;

    Arguments(String callee, Object[] values, Object undefined) {
        this.callee = callee;
        this.values = values;
        this.undefined = undefined;
        int given = values.length;
        while (given > 0 && values[given - 1] == undefined) {
            given--;
        }
        count = given;
    }

    /** How many arguments there are, not counting {@code undefined} ones at the end. */
    int count() {
        return count;
    }

    int integer(int at) {
        return (Integer) converted(at, int.class, "a whole number");
    }

    int integer(int at, int absent) {
        return absent(at) ? absent : integer(at);
    }

    boolean bool(int at, boolean absent) {
        return absent(at) ? absent : (Boolean) converted(at, boolean.class, "a boolean");
    }

    float real(int at, float absent) {
        return absent(at) ? absent : (Float) converted(at, float.class, "a number");
    }

    <E extends Enum<E>> E choice(int at, E absent) {
        if (absent(at)) {
            return absent;
        }
        Class<E> type = absent.getDeclaringClass();
        return type.cast(converted(at, type, "a " + type.getSimpleName()));
    }

    private boolean absent(int at) {
        return at >= count || values[at] == undefined;
    }

    private Object converted(int at, Class<?> type, String expected) {
        Object value = absent(at) ? Conversions.IMPOSSIBLE : Conversions.toJava(values[at], type);
        if (value == Conversions.IMPOSSIBLE) {
            throw EmbeddedException.typeError("%s: argument %d is %s".formatted(callee, at + 1, expected));
        }
        return value;
    }
}
