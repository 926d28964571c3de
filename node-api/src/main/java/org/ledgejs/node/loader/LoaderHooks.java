package org.ledgejs.node.loader;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.ObjectBuilder;

/** What a program changed of loading (module.registerHooks, module.register): two functions of internal/modules/hooks, which know the chains. */
public final class LoaderHooks {
    private final Realm realm;
    private Object resolve = Undefined.INSTANCE;
    private Object load = Undefined.INSTANCE;

    LoaderHooks(Realm realm) {
        this.realm = realm;
    }

    /** @param format what the hooks say of it, or null */
    record Resolved(String url, String format, Map<String, String> attributes) { }

    /** @param source a string, bytes, or undefined */
    record Loaded(String format, Object source) { }

    /** @param newResolve undefined once nobody hooks any more */
    public void set(Object newResolve, Object newLoad) {
        resolve = newResolve;
        load = newLoad;
    }

    boolean isActive() {
        return resolve != Undefined.INSTANCE;
    }

    Resolved resolve(String specifier, String parent, Map<String, String> attributes) {
        JSObject result = (JSObject) ObjectOperations.call(resolve, Undefined.INSTANCE, Strings.of(specifier), ObjectBuilder.value(parent), object(attributes));
        return new Resolved(string(result, "url"), string(result, "format"), attributes(result.get(PropertyKey.of("importAttributes")), attributes));
    }

    Loaded load(String url, String format, Map<String, String> attributes) {
        JSObject result = (JSObject) ObjectOperations.call(load, Undefined.INSTANCE, Strings.of(url), ObjectBuilder.value(format), object(attributes));
        return new Loaded(string(result, "format"), result.get(PropertyKey.of("source")));
    }

    private JSObject object(Map<String, String> attributes) {
        JSObject object = JSObject.create((JSObject) null);
        ObjectBuilder builder = new ObjectBuilder(object);
        attributes.forEach(builder::put);
        return object;
    }

    private static String string(JSObject object, String name) {
        Object value = object.get(PropertyKey.of(name));
        return Comparison.isNullish(value) ? null : Conversions.toJavaString(value);
    }

    /** Import attributes from an object of the language. */
    public static Map<String, String> attributes(Object value, Map<String, String> otherwise) {
        if (!(value instanceof JSObject object)) {
            return otherwise;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Object key : object.ownPropertyKeys()) {
            attributes.put(PropertyKey.toDisplay(key), Conversions.toJavaString(object.get(key)));
        }
        return attributes;
    }
}
