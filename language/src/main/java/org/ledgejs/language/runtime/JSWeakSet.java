package org.ledgejs.language.runtime;

/** A WeakSet instance (ECMA-262 §24.4): the table's values mean nothing. */
public final class JSWeakSet extends JSObject {
    private final WeakTable table = new WeakTable();

    private JSWeakSet(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSWeakSet create(JSObject prototype) {
        return new JSWeakSet(prototype);
    }

    public WeakTable table() {
        return table;
    }

    @Override
    public String className() {
        return "WeakSet";
    }
}
