package org.ledgejs.language.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;

/** {@code import()} (ECMA-262 §13.3.10). */
public final class DynamicImport {
    private DynamicImport() { }

    /**
     * EvaluateImportCall (§13.3.10.2).
     *
     * @param referrer a ModuleRecord or the Source of a script
     * @param phase 0 evaluation, 1 defer, 2 source
     * @return a promise of the namespace
     */
    public static JSPromise evaluate(Realm realm, Object referrer, Object specifier, Object options, int phase) {
        JSPromise promise = Promises.create(realm);
        try {
            String name = Conversions.toJavaString(specifier);
            Map<String, String> attributes = attributes(options);
            if (phase != 0) {
                throw Errors.syntaxError("Only evaluating imports are supported: import of '" + name + "'");
            }
            ModuleRecord module = ModuleLoading.load(realm, referrer, name, attributes);
            module.loadRequestedModules();
            realm.agent().enqueueJob(() -> finish(promise, module));
        } catch (AbstractTruffleException exception) {
            Promises.reject(promise, Thrown.valueOf(exception));
        }
        return promise;
    }

    /** ContinueDynamicImport (§13.3.10.3), after loading. */
    private static void finish(JSPromise promise, ModuleRecord module) {
        try {
            module.link();
            JSPromise evaluated = (JSPromise) module.evaluate();
            Promises.then(evaluated, value -> Promises.resolve(promise, module.namespace()), reason -> Promises.reject(promise, reason));
        } catch (AbstractTruffleException exception) {
            Promises.reject(promise, Thrown.valueOf(exception));
        }
    }

    private static Map<String, String> attributes(Object options) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (options == Undefined.INSTANCE) {
            return attributes;
        }
        if (!(options instanceof JSObject object)) {
            throw Errors.typeError("The second argument of import() must be an object");
        }
        Object with = object.get(PropertyKey.of("with"));
        if (with == Undefined.INSTANCE) {
            return attributes;
        }
        if (!(with instanceof JSObject entries)) {
            throw Errors.typeError("The 'with' option of import() must be an object");
        }
        for (Object key : entries.ownPropertyKeys()) {
            PropertyDescriptor descriptor = key instanceof Symbol ? null : entries.getOwnProperty(key);
            if (descriptor != null && descriptor.isEnumerable()) {
                if (!(entries.get(key) instanceof TruffleString value)) {
                    throw Errors.typeError("Import attribute value must be a string");
                }
                attributes.put(PropertyKey.toDisplay(key), Strings.java(value));
            }
        }
        for (String key : attributes.keySet()) {
            if (!key.equals("type")) {
                throw Errors.typeError("Import attribute '" + key + "' is not supported");
            }
        }
        return attributes;
    }
}
