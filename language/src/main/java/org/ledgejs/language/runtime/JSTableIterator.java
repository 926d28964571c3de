package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** A Map or Set iterator (ECMA-262 §24.1.5, §24.2.6). */
public final class JSTableIterator extends JSObject {
    private final boolean map;
    private final IteratorKind kind;
    /** Null when exhausted. */
    private OrderedTable table;
    private final OrderedTable.Cursor cursor;

    private JSTableIterator(JSObject prototype, OrderedTable table, IteratorKind kind, boolean map) {
        super(ROOT, prototype);
        this.table = table;
        this.cursor = table.new Cursor();
        this.kind = kind;
        this.map = map;
    }

    public static JSTableIterator create(Realm realm, JSMap map, IteratorKind kind) {
        return new JSTableIterator(realm.intrinsic(Intrinsic.MAP_ITERATOR_PROTOTYPE), map.table(), kind, true);
    }

    public static JSTableIterator create(Realm realm, JSSet set, IteratorKind kind) {
        return new JSTableIterator(realm.intrinsic(Intrinsic.SET_ITERATOR_PROTOTYPE), set.table(), kind, false);
    }

    public boolean isMap() {
        return map;
    }

    public IteratorKind kind() {
        return kind;
    }

    public OrderedTable table() {
        return table;
    }

    /** The index in the table of the entry to give next, or -1 from the first time there is none. */
    public int advance() {
        if (table == null) {
            return -1;
        }
        int index = cursor.next();
        if (index < 0) {
            table = null;
        }
        return index;
    }

    /** What the iterator gives for an entry. */
    public Object get(Realm realm, int index) {
        Object key = table.key(index);
        Object value = map ? table.value(index) : key;
        return switch (kind) {
            case KEYS -> key;
            case VALUES -> value;
            case ENTRIES -> ObjectOperations.createArrayFromList(realm, key, value);
        };
    }

    /** The indices {@link #advance} would give: looks without moving. */
    @TruffleBoundary
    public List<Integer> remaining() {
        List<Integer> indices = new ArrayList<>();
        if (table != null) {
            OrderedTable.Cursor ahead = cursor.copy();
            for (int i = ahead.next(); i >= 0; i = ahead.next()) {
                indices.add(i);
            }
        }
        return indices;
    }

    @Override
    public String className() {
        return map ? "Map Iterator" : "Set Iterator";
    }
}
