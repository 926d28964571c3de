package org.ledgejs.language.runtime;

import java.util.Map;

/** The host-defined operations of ECMA-262: what an event loop and a module loader implement. All run on the agent's thread. */
public interface HostHooks {
    /** No host: only the language. Modules then come from the embedder's file system by relative path. */
    HostHooks NONE = new HostHooks() { };

    /** Why a promise's rejection is reported (HostPromiseRejectionTracker §27.2.1.9, and V8's further two). */
    enum Rejection { REJECT, HANDLE, REJECT_AFTER_RESOLVED, RESOLVE_AFTER_RESOLVED }

    default void promiseRejection(JSObject promise, Rejection operation, Object value) { }

    /**
     * HostLoadImportedModule (§16.2.1.10), done at once.
     *
     * @param referrer the module or script that imports: a ModuleRecord, a Source, or null
     * @return the module; null if the host does not know better than the language's own loader
     * @throws JSException if there is no such module
     */
    default ModuleRecord loadModule(Object referrer, String specifier, Map<String, String> attributes) {
        return null;
    }

    /**
     * Whether {@code import()} shall give something else than the promise of a namespace.
     *
     * @param referrer the module or script that imports: a ModuleRecord, a Source, or null
     */
    default JSPromise imported(Object referrer, String specifier, JSPromise promise) {
        return promise;
    }

    /** Whether an import attribute gets as far as {@link #loadModule} (HostGetSupportedImportAttributes). */
    default boolean supportsImportAttribute(String key) {
        return key.equals("type");
    }

    /** HostFinalizeImportMeta: fills the null-prototype object of import.meta. */
    default void importMeta(ModuleRecord module, JSObject meta) { }

    /** Whether strings may be compiled (HostEnsureCanCompileStrings). */
    default boolean canCompileStrings() {
        return true;
    }
}
