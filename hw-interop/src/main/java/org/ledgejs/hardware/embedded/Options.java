package org.ledgejs.hardware.embedded;

/** The ranges of ECMA-419 annex A.1.3, applied to properties that are read once each. */
final class Options {

    private final OptionReader reader;
    private final String className;

    Options(OptionReader reader, String className) {
        this.reader = reader;
        this.className = className;
    }

    /** A pin or port specifier: a whole number or a name. */
    Specifier required(String name) {
        Specifier specifier = optional(name);
        if (specifier == null) {
            throw EmbeddedException.typeError(className + ": the option '" + name + "' is required");
        }
        return specifier;
    }

    Specifier optional(String name) {
        Object value = reader.get(name);
        if (value == null) {
            return null;
        }
        String text = reader.asString(value);
        if (text != null) {
            return new Specifier(text);
        }
        return new Specifier(integer(name, value, 0, Integer.MAX_VALUE));
    }

    int requiredInteger(String name, int from, int to) {
        Object value = reader.get(name);
        if (value == null) {
            throw EmbeddedException.typeError(className + ": the option '" + name + "' is required");
        }
        return integer(name, value, from, to);
    }

    int integer(String name, int from, int to, int absent) {
        Object value = reader.get(name);
        return value == null ? absent : integer(name, value, from, to);
    }

    boolean bool(String name, boolean absent) {
        Object value = reader.get(name);
        return value == null ? absent : reader.toBoolean(value);
    }

    Object callback(String name) {
        Object value = reader.get(name);
        if (value == null || reader.isNull(value)) {
            return null;
        }
        if (!reader.isCallable(value)) {
            throw EmbeddedException.typeError(className + ": the option '" + name + "' is a function or null");
        }
        return value;
    }

    void format(String only) {
        Object value = reader.get("format");
        if (value != null && !only.equals(reader.asString(value))) {
            throw EmbeddedException.rangeError(className + ": the format is always \"" + only + "\"");
        }
    }

    Object target() {
        return reader.get("target");
    }

    private int integer(String name, Object value, int from, int to) {
        double number = reader.toNumber(value);
        if (number != Math.rint(number) || !(number >= from && number <= to)) {
            String range = to == Integer.MAX_VALUE ? "at least " + from : "from " + from + " to " + to;
            throw EmbeddedException.rangeError("%s: the option '%s' is a whole number %s, not %s".formatted(className, name,
                    range, shown(number)));
        }
        return (int) number;
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }
}
