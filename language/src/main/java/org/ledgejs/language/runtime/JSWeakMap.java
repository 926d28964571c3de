package org.ledgejs.language.runtime;

/** A WeakMap instance (ECMA-262 §24.3). */
public final class JSWeakMap extends JSObject {
    private final WeakTable table = new WeakTable();

    private JSWeakMap(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSWeakMap create(JSObject prototype) {
        return new JSWeakMap(prototype);
    }

    public WeakTable table() {
        return table;
    }

    @Override
    public String className() {
        return "WeakMap";
    }
}
