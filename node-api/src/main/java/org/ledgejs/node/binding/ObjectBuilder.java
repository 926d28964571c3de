package org.ledgejs.node.binding;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Ordinary objects with ordinary properties, from Java values: strings, numbers, booleans, values of the language; null is undefined. */
public final class ObjectBuilder {
    private final JSObject object;

    public ObjectBuilder(Realm realm) {
        this(JSObject.create(realm));
    }

    public ObjectBuilder(JSObject object) {
        this.object = object;
    }

    public ObjectBuilder put(String name, Object value) {
        object.define(PropertyKey.of(name), value(value), PropertyFlags.DEFAULT);
        return this;
    }

    public static Object value(Object value) {
        if (value instanceof String s) {
            return Strings.of(s);
        }
        if (value instanceof Long l) {
            return Conversions.number((long) l);
        }
        if (value instanceof Double d) {
            return Conversions.number((double) d);
        }
        return value == null ? Undefined.INSTANCE : value;
    }

    public JSObject build() {
        return object;
    }
}
