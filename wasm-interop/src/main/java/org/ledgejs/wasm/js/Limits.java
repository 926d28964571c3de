package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.ExternType;

/** MemoryDescriptor and TableDescriptor: initial and maximum size, each an [EnforceRange] unsigned long. */
record Limits(JSObject descriptor, long initial, long maximum) {

    static Limits read(Args args, String where, long most) {
        if (!(args.get(0) instanceof JSObject descriptor)) {
            throw Errors.typeError(where + ": Argument 0 must be a descriptor");
        }
        long initial = size(descriptor, "initial", where, most);
        long maximum = size(descriptor, "maximum", where, 0xFFFF_FFFFL);
        if (initial == ExternType.UNBOUNDED) {
            throw Errors.typeError(where + ": Property 'initial' is required");
        }
        if (maximum != ExternType.UNBOUNDED && maximum < initial) {
            throw Errors.rangeError(where + ": Property 'maximum': value " + maximum + " is below the lower bound");
        }
        return new Limits(descriptor, initial, maximum);
    }

    /** @return the size, or UNBOUNDED if it is absent */
    private static long size(JSObject descriptor, String name, String where, long most) {
        Object value = descriptor.get(PropertyKey.of(name));
        if (value == Undefined.INSTANCE) {
            return ExternType.UNBOUNDED;
        }
        long size = index(value, where + ": Property '" + name + "'");
        if (size > most) {
            throw Errors.rangeError(where + ": Property '" + name + "': value " + size + " is above the upper bound");
        }
        return size;
    }

    /** [EnforceRange] unsigned long. */
    static long index(Object value, String what) {
        double number = Conversions.toNumber(value);
        double integer = Conversions.truncate(number);
        if (!Double.isFinite(number) || integer < 0 || integer > 0xFFFF_FFFFL) {
            throw Errors.typeError(what + " must be convertible to a valid number");
        }
        return (long) integer;
    }
}
