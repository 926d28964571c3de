package org.ledgejs.language.runtime;

/** A Map instance (ECMA-262 §24.1). */
public final class JSMap extends JSObject {
    private final OrderedTable table = new OrderedTable();

    private JSMap(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSMap create(JSObject prototype) {
        return new JSMap(prototype);
    }

    public OrderedTable table() {
        return table;
    }

    @Override
    public String className() {
        return "Map";
    }
}
