package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignJSON;
import org.ledgejs.language.runtime.Inspector;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.JSRawJSON;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** JSON.stringify (ECMA-262 §25.5.2). */
final class JSONSerializer {
    private static final Object TO_JSON = PropertyKey.of("toJSON");
    private static final String HEX = "0123456789abcdef";

    private final Realm realm;
    /** A callable, or null. */
    private final Object replacer;
    /** Keys to keep, or null for all. */
    private final List<Object> propertyList;
    private final String gap;
    private final StringBuilder text = new StringBuilder();
    private final List<JSObject> stack = new ArrayList<>();
    /** Under which key each object of the stack was found. */
    private final List<Object> path = new ArrayList<>();
    private String indent = "";

    private JSONSerializer(Realm realm, Object replacer, List<Object> propertyList, String gap) {
        this.realm = realm;
        this.replacer = replacer;
        this.propertyList = propertyList;
        this.gap = gap;
    }

    static Object stringify(Realm realm, Object value, Object replacer, Object space) {
        boolean callable = ObjectOperations.isCallable(replacer);
        List<Object> list = !callable && ObjectOperations.isArray(replacer) ? propertyList(Conversions.toObject(realm, replacer)) : null;
        JSONSerializer serializer = new JSONSerializer(realm, callable ? replacer : null, list, gap(space));
        JSObject holder = null;
        if (callable) {
            holder = JSObject.create(realm);
            ObjectOperations.createDataProperty(holder, Strings.EMPTY, value);
        }
        return serializer.property(holder, Strings.EMPTY, value) ? Strings.of(serializer.text.toString()) : Undefined.INSTANCE;
    }

    private static List<Object> propertyList(JSObject replacer) {
        Set<Object> keys = new LinkedHashSet<>();
        long length = ObjectOperations.lengthOfArrayLike(replacer);
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            Object item = replacer.getIndex(k);
            boolean name = item instanceof TruffleString || item instanceof Number
                    || item instanceof JSPrimitiveWrapper w && (w.value() instanceof TruffleString || w.value() instanceof Number);
            if (name) {
                keys.add(PropertyKey.of(Conversions.toString(item)));
            }
        }
        return List.copyOf(keys);
    }

    private static String gap(Object space) {
        Object value = space;
        if (space instanceof JSPrimitiveWrapper wrapper) {
            value = wrapper.value() instanceof Number ? Conversions.number(Conversions.toNumber(space))
                    : wrapper.value() instanceof TruffleString ? Conversions.toString(space) : space;
        }
        if (value instanceof Number) {
            return " ".repeat((int) Math.max(0, Math.min(10, Conversions.toIntegerOrInfinity(value))));
        }
        if (value instanceof TruffleString s) {
            String text = Strings.java(s);
            return text.substring(0, Math.min(10, text.length()));
        }
        return "";
    }

    /**
     * SerializeJSONProperty (§25.5.2.2).
     *
     * @param holder null where no replacer can see it
     * @return false if the value is left out
     */
    private boolean property(JSObject holder, Object key, Object original) {
        Object value = original;
        if (ObjectOperations.isObject(value) || value instanceof BigInt) {
            Object toJSON = ObjectOperations.get(value, TO_JSON);
            if (ObjectOperations.isCallable(toJSON)) {
                value = ObjectOperations.call(toJSON, value, PropertyKey.toValue(key));
            }
        }
        if (replacer != null) {
            value = ObjectOperations.call(replacer, holder, PropertyKey.toValue(key), value);
        }
        if (value instanceof JSPrimitiveWrapper wrapper) {
            value = unwrap(wrapper);
        }
        switch (value) {
            case Null n -> text.append("null");
            case Boolean b -> text.append(b.booleanValue());
            case TruffleString s -> quote(Strings.java(s));
            case Number n -> text.append(Double.isFinite(n.doubleValue()) ? Conversions.toJavaString(n) : "null");
            case BigInt b -> throw Errors.typeError("Do not know how to serialize a BigInt");
            case JSRawJSON raw -> text.append(Strings.java(raw.text()));
            case JSObject object when !object.isCallable() -> composite(object, key);
            case JSObject function -> {
                return false;
            }
            default -> {
                return foreign(value, key);
            }
        }
        StringLimit.check(2L * text.length());
        return true;
    }

    /** Undefined and symbols are left out; foreign arrays and objects with members are written as such. */
    private boolean foreign(Object value, Object key) {
        if (!ObjectOperations.isObject(value) || ObjectOperations.isCallable(value)) {
            return false;
        }
        JSObject view = ForeignJSON.view(realm, value);
        if (view == null) {
            return false;
        }
        composite(view, key);
        return true;
    }

    private static Object unwrap(JSPrimitiveWrapper wrapper) {
        return switch (wrapper.value()) {
            case Number n -> Conversions.number(Conversions.toNumber(wrapper));
            case TruffleString s -> Conversions.toString(wrapper);
            case Boolean b -> b;
            case BigInt b -> b;
            default -> wrapper;
        };
    }

    private void composite(JSObject object, Object key) {
        for (Object open : stack) {
            if (open == object) {
                throw circular(object, key);
            }
        }
        if (stack.size() > 5_000) {
            throw Errors.rangeError("Maximum call stack size exceeded");
        }
        stack.add(object);
        path.add(key);
        String outer = indent;
        indent += gap;
        if (ObjectOperations.isArray(object)) {
            array(object, outer);
        } else {
            object(object, outer);
        }
        stack.removeLast();
        path.removeLast();
        indent = outer;
    }

    /** SerializeJSONObject (§25.5.2.5). */
    private void object(JSObject object, String outer) {
        text.append('{');
        boolean first = true;
        List<Object> keys = propertyList != null ? propertyList : enumerableKeys(object);
        for (Object key : keys) {
            int before = text.length();
            separate(first);
            quote(PropertyKey.toDisplay(key));
            text.append(gap.isEmpty() ? ":" : ": ");
            if (property(object, key, object.get(key))) {
                first = false;
            } else {
                text.setLength(before);
            }
        }
        close(first, outer, '}');
    }

    private static List<Object> enumerableKeys(JSObject object) {
        List<Object> keys = new ArrayList<>();
        for (Object name : ObjectOperations.enumerableOwnProperties(object, ObjectOperations.Kind.KEYS)) {
            keys.add(PropertyKey.of((TruffleString) name));
        }
        return keys;
    }

    /** SerializeJSONArray (§25.5.2.6). */
    private void array(JSObject array, String outer) {
        text.append('[');
        long length = ObjectOperations.lengthOfArrayLike(array);
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            separate(k == 0);
            if (!property(array, PropertyKey.of(k), array.getIndex(k))) {
                text.append("null");
            }
        }
        close(length == 0, outer, ']');
    }

    private void separate(boolean first) {
        if (!first) {
            text.append(',');
        }
        if (!gap.isEmpty()) {
            text.append('\n').append(indent);
        }
    }

    private void close(boolean empty, String outer, char close) {
        if (!empty && !gap.isEmpty()) {
            text.append('\n').append(outer);
        }
        text.append(close);
    }

    /** Says which way leads around: the first and the last steps of a long one. */
    private JSException circular(JSObject start, Object lastKey) {
        int from = stack.indexOf(start);
        StringBuilder message = new StringBuilder("Converting circular structure to JSON\n    --> starting at object with constructor ").append(constructor(start));
        for (int i = from + 1; i < stack.size(); i++) {
            if (i > from + 2 && i < stack.size() - 1) {
                message.append("\n    |     ...");
                i = stack.size() - 1;
            }
            message.append("\n    |     ").append(step(path.get(i))).append(" -> object with constructor ").append(constructor(stack.get(i)));
        }
        return Errors.typeError(message.append("\n    --- ").append(step(lastKey)).append(" closes the circle").toString());
    }

    private static String constructor(JSObject object) {
        return "'" + Inspector.constructorName(object) + "'";
    }

    private static String step(Object key) {
        return key instanceof Long index ? "index " + index : "property '" + PropertyKey.toDisplay(key) + "'";
    }

    /** QuoteJSONString (§25.5.2.3). */
    private void quote(String s) {
        text.append('"');
        int run = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                text.append(s, run, i);
                escape(c);
                run = i + 1;
            }
        }
        text.append(s, run, s.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEX.charAt(c >> shift & 0xF));
                }
            }
        }
    }
}
