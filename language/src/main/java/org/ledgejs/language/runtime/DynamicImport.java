package org.ledgejs.language.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;

/** {@code import()} (ECMA-262 §13.3.10). */
public final class DynamicImport {
    private DynamicImport() { }

    /**
     * EvaluateImportCall (§13.3.10.2).
     *
     * @param referrer a ModuleRecord or the Source of a script
     * @return a promise of the namespace, or in the phase source of the module's source object
     */
    public static JSPromise evaluate(Realm realm, Object referrer, Object specifier, Object options, ImportPhase phase) {
        JSPromise promise = Promises.create(realm);
        try {
            String name = Conversions.toJavaString(specifier);
            Map<String, String> attributes = attributes(realm, options);
            ModuleRecord module = ModuleLoading.load(realm, referrer, name, attributes);
            if (phase == ImportPhase.SOURCE) {
                Object source = module.sourceObject();
                realm.agent().enqueueJob(() -> Promises.resolve(promise, source));
                return promise;
            }
            module.loadRequestedModules();
            realm.agent().enqueueJob(() -> finish(promise, module, phase));
            return realm.agent().hooks().imported(referrer, name, promise);
        } catch (AbstractTruffleException exception) {
            Promises.reject(promise, Thrown.valueOf(exception));
            return specifier instanceof TruffleString name ? realm.agent().hooks().imported(referrer, Strings.java(name), promise) : promise;
        }
    }

    /** ContinueDynamicImport (§13.3.10.3), after loading. */
    private static void finish(JSPromise promise, ModuleRecord module, ImportPhase phase) {
        try {
            module.link();
            if (phase == ImportPhase.EVALUATION) {
                JSPromise evaluated = (JSPromise) module.evaluate();
                Promises.then(evaluated, value -> Promises.resolve(promise, module.namespace()), reason -> Promises.reject(promise, reason));
            } else {
                evaluateAsyncDependencies(promise, module);
            }
        } catch (AbstractTruffleException exception) {
            Promises.reject(promise, Thrown.valueOf(exception));
        }
    }

    /** What a deferred import does at once: the parts that await are evaluated, because later nobody can wait for them. */
    private static void evaluateAsyncDependencies(JSPromise promise, ModuleRecord module) {
        Set<ModuleRecord> dependencies = CyclicModule.asyncDependencies(module);
        if (dependencies.isEmpty()) {
            Promises.resolve(promise, module.deferredNamespace());
            return;
        }
        int[] pending = {dependencies.size()};
        for (ModuleRecord dependency : dependencies) {
            Promises.then((JSPromise) dependency.evaluate(), value -> {
                if (--pending[0] == 0) {
                    Promises.resolve(promise, module.deferredNamespace());
                }
            }, reason -> Promises.reject(promise, reason));
        }
    }

    private static Map<String, String> attributes(Realm realm, Object options) {
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
            if (!realm.agent().hooks().supportsImportAttribute(key)) {
                throw Errors.typeError("Import attribute '" + key + "' is not supported");
            }
        }
        return attributes;
    }
}
