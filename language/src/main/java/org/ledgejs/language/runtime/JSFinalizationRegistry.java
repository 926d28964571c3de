package org.ledgejs.language.runtime;

import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;

/** A FinalizationRegistry instance (ECMA-262 §26.2). */
public final class JSFinalizationRegistry extends JSObject {
    private final Realm realm;
    private final Object cleanup;
    private final WeakReferences references;
    private final Set<Cell> cells = new LinkedHashSet<>();

    /** A target with what the cleanup callback gets once it is gone. */
    final class Cell extends WeakReference<Object> {
        private final Object heldValue;
        /** Null if there is no token. */
        private final WeakReference<Object> token;

        Cell(Object target, Object heldValue, Object token) {
            super(target, references.queue());
            this.heldValue = heldValue;
            this.token = token == Undefined.INSTANCE ? null : new WeakReference<>(token);
        }

        /** Calls back, unless the cell was unregistered meanwhile. */
        void cleanUp() {
            if (cells.remove(this)) {
                ObjectOperations.call(cleanup, Undefined.INSTANCE, heldValue);
            }
        }
    }

    private JSFinalizationRegistry(JSObject prototype, Realm realm, Object cleanup) {
        super(ROOT, prototype);
        this.realm = realm;
        this.cleanup = cleanup;
        this.references = realm.agent().weakReferences();
    }

    /** @param cleanup a callable object */
    public static JSFinalizationRegistry create(JSObject prototype, Realm realm, Object cleanup) {
        return new JSFinalizationRegistry(prototype, realm, cleanup);
    }

    /** @param token a value that can be held weakly, or undefined */
    public void register(Object target, Object heldValue, Object token) {
        cells.add(new Cell(target, heldValue, token));
    }

    /** @return whether there was a cell with the token */
    public boolean unregister(Object token) {
        return cells.removeIf(cell -> cell.token != null && cell.token.refersTo(token));
    }

    public Realm realm() {
        return realm;
    }

    @Override
    public String className() {
        return "FinalizationRegistry";
    }
}
