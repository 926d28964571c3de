package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSDataView;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** Properties of the DataView prototype (ECMA-262 §25.3.4); the accesses are {@link DataViewNodes}. */
final class DataViewPrototype {
    private static final PropertyTable TABLE = table();

    private DataViewPrototype() { }

    private static PropertyTable table() {
        PropertyTable table = new PropertyTable()
                .getter("buffer", (realm, thisValue, args) -> thisView(thisValue, "buffer").buffer())
                .getter("byteLength", (realm, thisValue, args) -> inBounds(thisValue, "byteLength").viewByteLength())
                .getter("byteOffset", (realm, thisValue, args) -> inBounds(thisValue, "byteOffset").byteOffset())
                .intrinsic("constructor", Intrinsic.DATA_VIEW);
        for (ElementType type : ElementType.values()) {
            if (type != ElementType.UINT8_CLAMPED) {
                table.node("get" + type.prefix(), 1, 2, DataViewNodes.Get.of(type));
                table.node("set" + type.prefix(), 2, 3, DataViewNodes.Set.of(type));
            }
        }
        return table.toStringTag("DataView");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.DATA_VIEW_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    static JSDataView thisView(Object value, String method) {
        if (value instanceof JSDataView view) {
            return view;
        }
        throw Errors.typeError("Method DataView.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    static JSDataView inBounds(Object value, String method) {
        JSDataView view = thisView(value, method);
        if (view.buffer().isDetached()) {
            throw Errors.typeError("Cannot perform DataView.prototype." + method + " on a detached ArrayBuffer");
        }
        if (view.isOutOfBounds()) {
            throw Errors.typeError("Invalid DataView accessor " + method + " on an out-of-bounds view");
        }
        return view;
    }
}
