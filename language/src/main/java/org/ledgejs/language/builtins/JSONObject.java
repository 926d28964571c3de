package org.ledgejs.language.builtins;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRawJSON;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The JSON object (ECMA-262 §25.5). */
final class JSONObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("isRawJSON", 1, (realm, thisValue, args) -> args.get(0) instanceof JSRawJSON)
            .method("parse", 2, JSONObject::parse)
            .method("rawJSON", 1, JSONObject::rawJSON)
            .method("stringify", 3, (realm, thisValue, args) -> JSONSerializer.stringify(realm, args.get(0), args.get(1), args.get(2)))
            .toStringTag("JSON");

    private JSONObject() { }

    static JSObject create(Realm realm) {
        JSObject json = JSObject.create(realm);
        TABLE.define(realm, json);
        return json;
    }

    /** §25.5.1. */
    private static Object parse(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Object reviver = args.get(1);
        JSONParser parser = new JSONParser(realm, Conversions.toJavaString(args.get(0)));
        if (!ObjectOperations.isCallable(reviver)) {
            return parser.parse();
        }
        JSONParser.Record parsed = parser.parseRecord();
        JSObject root = JSObject.create(realm);
        ObjectOperations.createDataProperty(root, Strings.EMPTY, parsed.value());
        return revive(realm, root, Strings.EMPTY, reviver, parsed);
    }

    /** §25.5.2. */
    private static Object rawJSON(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        TruffleString text = Conversions.toString(args.get(0));
        String json = Strings.java(text);
        if (json.isEmpty() || isSpace(json.charAt(0)) || isSpace(json.charAt(json.length() - 1))) {
            throw Errors.syntaxError("Invalid value for JSON.rawJSON");
        }
        if (new JSONParser(realm, json).parse() instanceof JSObject) {
            throw Errors.syntaxError("JSON.rawJSON takes no objects and arrays");
        }
        JSRawJSON raw = new JSRawJSON(text);
        ObjectOperations.createDataProperty(raw, PropertyKey.of("rawJSON"), text);
        ObjectOperations.setIntegrityLevel(raw, true);
        return raw;
    }

    private static boolean isSpace(char c) {
        return c == '\t' || c == '\n' || c == '\r' || c == ' ';
    }

    /** InternalizeJSONProperty (§25.5.1.1). @param parsed how the value was written, or null if it did not come from the text */
    private static Object revive(Realm realm, JSObject holder, Object key, Object reviver, JSONParser.Record parsed) {
        Object value = holder.get(key);
        JSONParser.Record unchanged = parsed != null && Comparison.sameValue(parsed.value(), value) ? parsed : null;
        JSObject context = JSObject.create(realm);
        if (unchanged != null && !(value instanceof JSObject)) {
            ObjectOperations.createDataProperty(context, PropertyKey.of("source"), Strings.of(unchanged.source()));
        }
        if (value instanceof JSObject object) {
            if (ObjectOperations.isArray(object)) {
                long length = ObjectOperations.lengthOfArrayLike(object);
                for (long i = 0; i < length; i++) {
                    TruffleSafepoint.poll(null);
                    reviveProperty(realm, object, PropertyKey.of(i), reviver, unchanged);
                }
            } else {
                for (Object name : ObjectOperations.enumerableOwnProperties(object, ObjectOperations.Kind.KEYS)) {
                    reviveProperty(realm, object, Conversions.toPropertyKey(name), reviver, unchanged);
                }
            }
        }
        return ObjectOperations.call(reviver, holder, PropertyKey.toValue(key), value, context);
    }

    private static void reviveProperty(Realm realm, JSObject object, Object key, Object reviver, JSONParser.Record parsed) {
        Object revived = revive(realm, object, key, reviver, parsed == null ? null : parsed.parts().get(key));
        if (revived == Undefined.INSTANCE) {
            object.delete(key);
        } else {
            ObjectOperations.createDataProperty(object, key, revived);
        }
    }
}
