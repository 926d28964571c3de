package org.ledgejs.language.runtime;

/** A Set instance (ECMA-262 §24.2). */
public final class JSSet extends JSObject {
    private OrderedTable table = new OrderedTable();

    private JSSet(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSSet create(JSObject prototype) {
        return new JSSet(prototype);
    }

    public OrderedTable table() {
        return table;
    }

    /** Takes over the entries of a table built aside. */
    public void setTable(OrderedTable entries) {
        table = entries;
    }
    @Override
    public String className() {
        return "Set";
    }
}
