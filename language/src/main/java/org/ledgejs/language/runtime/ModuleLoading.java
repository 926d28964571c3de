package org.ledgejs.language.runtime;

import java.util.Map;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** What import declarations and {@code import()} share: loading, linking, evaluating. */
public final class ModuleLoading {
    private ModuleLoading() { }

    /** HostLoadImportedModule. @throws JSException if there is no such module */
    @TruffleBoundary
    public static ModuleRecord load(Realm realm, Object referrer, String specifier, Map<String, String> attributes) {
        return realm.agent().loadModule(realm, referrer, specifier, attributes);
    }

    /** Loads, links and evaluates. @return the promise of its evaluation @throws JSException from loading or linking */
    @TruffleBoundary
    public static JSObject run(ModuleRecord module) {
        module.loadRequestedModules();
        module.link();
        return module.evaluate();
    }

    /** ContinueDynamicImport (§13.3.10.3): resolves the promise with the namespace when the module has been evaluated. */
    @TruffleBoundary
    public static JSPromise dynamicImport(Realm realm, Object referrer, String specifier, Map<String, String> attributes) {
        JSPromise promise = Promises.create(realm);
        try {
            ModuleRecord module = load(realm, referrer, specifier, attributes);
            module.loadRequestedModules();
            // Linking and evaluating is the job of a promise: whoever imports goes on first.
            JSPromise loaded = Promises.create(realm);
            Promises.then(loaded, unused -> linkAndEvaluate(module, promise), reason -> { });
            Promises.resolve(loaded, Undefined.INSTANCE);
        } catch (JSException e) {
            Promises.reject(promise, e.value());
        }
        return promise;
    }

    private static void linkAndEvaluate(ModuleRecord module, JSPromise promise) {
        try {
            module.link();
            Promises.then((JSPromise) module.evaluate(), unused -> Promises.resolve(promise, module.namespace()), reason -> Promises.reject(promise, reason));
        } catch (JSException e) {
            Promises.reject(promise, e.value());
        }
    }
}
