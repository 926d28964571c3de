package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.ValueType;
import org.ledgejs.wasm.engine.WasmEngine;
import org.ledgejs.wasm.engine.WasmTable;

/** WebAssembly.Table. */
final class TableClass {
    static final WasmClass CLASS = WasmClass.of(WasmKind.TABLE, 1, TableClass::construct, new PropertyTable(), new PropertyTable()
            .getter("length", (realm, thisValue, args) -> table(thisValue, "length").size())
            .method("grow", 1, TableClass::grow)
            .method("set", 1, TableClass::set)
            .method("get", 1, TableClass::get));

    private TableClass() { }

    private static WasmTable table(Object value, String method) {
        return WasmKind.TABLE.require(value, WasmTable.class, "WebAssembly.Table." + method);
    }

    private static Object construct(Realm realm, JSObject prototype, Args args) {
        if (!(args.get(0) instanceof JSObject descriptor)) {
            throw Errors.typeError("WebAssembly.Table(): Argument 0 must be a table descriptor");
        }
        ValueType type = ValueType.named(Conversions.toJavaString(descriptor.get(PropertyKey.of("element"))));
        if (type == null || !type.isReference()) {
            throw Errors.typeError("WebAssembly.Table(): Descriptor property 'element' must be a WebAssembly reference type");
        }
        Limits limits = Limits.read(args, "WebAssembly.Table()", WasmEngine.MAXIMUM_TABLE_ELEMENTS);
        Object initial = element(type, args, 1);
        WasmTable table = WasmErrors.guarded(realm, "WebAssembly.Table()",
                () -> new WasmTable(WasmRealm.of(realm).store(), type, limits.initial(), limits.maximum(), initial));
        JSObject object = new WasmEntity<>(prototype, WasmKind.TABLE, table);
        table.setPeer(object);
        return object;
    }

    private static Object element(ValueType type, Args args, int index) {
        return args.has(index) && args.get(index) != Undefined.INSTANCE ? WasmValues.toWasm(args.get(index), type)
                : args.has(index) && type.kind() == ValueType.Kind.EXTERNREF ? Undefined.INSTANCE : WasmValues.defaultValue(type);
    }

    private static Object grow(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WasmTable table = table(thisValue, "grow()");
        int before = table.grow(Limits.index(args.get(0), "WebAssembly.Table.grow(): Argument 0"), element(table.type().element(), args, 1));
        if (before < 0) {
            throw Errors.rangeError("WebAssembly.Table.grow(): failed to grow table by " + Conversions.toJavaString(args.get(0)));
        }
        return before;
    }

    private static long index(WasmTable table, Args args, String method) {
        long index = Limits.index(args.get(0), "WebAssembly.Table." + method + "(): Argument 0");
        if (index >= table.size()) {
            throw Errors.rangeError("WebAssembly.Table." + method + "(): invalid address " + index + " in " + table.type().element() + " table of size " + table.size());
        }
        return index;
    }

    private static Object set(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WasmTable table = table(thisValue, "set()");
        long index = index(table, args, "set");
        table.set(index, element(table.type().element(), args, 1));
        return Undefined.INSTANCE;
    }

    private static Object get(Realm realm, Object thisValue, Args args) {
        WasmTable table = table(thisValue, "get()");
        return WasmValues.toJS(realm, table.get(index(table, args, "get")));
    }
}
