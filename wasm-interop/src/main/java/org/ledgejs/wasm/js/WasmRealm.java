package org.ledgejs.wasm.js;

import java.util.EnumMap;
import java.util.Map;

import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.WasmStore;

/** WebAssembly in one agent: its store, its prototypes and errors. */
final class WasmRealm {
    private static final Object PROTOTYPE = PropertyKey.of("prototype");

    private final Realm realm;
    private final WasmStore store = new WasmStore();
    private final Map<WasmKind, JSObject> prototypes = new EnumMap<>(WasmKind.class);
    private final Map<WasmErrorKind, JSObject> errorPrototypes = new EnumMap<>(WasmErrorKind.class);

    private WasmRealm(Realm realm) {
        this.realm = realm;
        store.setGuestExceptions(new GuestExceptions());
    }

    /** What code of the program throws may be caught by WebAssembly code, by catch_all or JSTag. */
    private static final class GuestExceptions implements WasmStore.GuestExceptions {
        @Override
        public boolean isCatchable(Throwable failure) {
            return failure instanceof JSException;
        }

        @Override
        public Object payload(Throwable failure) {
            return ((JSException) failure).value();
        }

        @Override
        public RuntimeException failure(Object payload) {
            return new JSException(payload, null);
        }
    }

    static WasmRealm of(Realm realm) {
        return realm.agent().attachment(WasmRealm.class, () -> new WasmRealm(realm));
    }

    Realm realm() {
        return realm;
    }

    WasmStore store() {
        return store;
    }

    JSObject prototype(WasmKind kind) {
        JSObject prototype = prototypes.get(kind);
        if (prototype == null) {
            prototype = JSObject.create(realm);
            prototypes.put(kind, prototype);
            describe(kind).define(realm, prototype);
        }
        return prototype;
    }

    private static WasmClass describe(WasmKind kind) {
        return switch (kind) {
            case MODULE -> ModuleClass.CLASS;
            case INSTANCE -> InstanceClass.CLASS;
            case MEMORY -> MemoryClass.CLASS;
            case TABLE -> TableClass.CLASS;
            case GLOBAL -> GlobalClass.CLASS;
            case TAG -> ExceptionClasses.TAG;
            case EXCEPTION -> ExceptionClasses.EXCEPTION;
        };
    }

    JSObject errorPrototype(WasmErrorKind kind) {
        JSObject prototype = errorPrototypes.get(kind);
        if (prototype == null) {
            prototype = kind.createPrototype(realm);
            errorPrototypes.put(kind, prototype);
        }
        return prototype;
    }

    /** OrdinaryCreateFromConstructor's prototype with one of ours to fall back on. */
    JSObject prototypeFrom(JSObject newTarget, JSObject fallback) {
        return ObjectOperations.get(newTarget, PROTOTYPE) instanceof JSObject prototype ? prototype : fallback;
    }

    <T> WasmEntity<T> entity(WasmKind kind, T entity) {
        return new WasmEntity<>(prototype(kind), kind, entity);
    }
}
