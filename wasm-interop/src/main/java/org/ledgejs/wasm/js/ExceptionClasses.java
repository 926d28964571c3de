package org.ledgejs.wasm.js;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.ValueType;
import org.ledgejs.wasm.engine.WasmTag;
import org.ledgejs.wasm.engine.WasmThrow;

/** WebAssembly.Tag and WebAssembly.Exception. */
final class ExceptionClasses {
    static final WasmClass TAG = WasmClass.of(WasmKind.TAG, 1, ExceptionClasses::constructTag, new PropertyTable(), new PropertyTable());
    static final WasmClass EXCEPTION = WasmClass.of(WasmKind.EXCEPTION, 1, ExceptionClasses::constructException, new PropertyTable(), new PropertyTable()
            .method("is", 1, (realm, thisValue, args) -> exception(thisValue, "is()").tag() == tag(args.get(0), "WebAssembly.Exception.is()"))
            .method("getArg", 2, ExceptionClasses::getArg));

    private ExceptionClasses() { }

    private static WasmThrow exception(Object value, String method) {
        return WasmKind.EXCEPTION.require(value, WasmThrow.class, "WebAssembly.Exception." + method);
    }

    private static WasmTag tag(Object value, String where) {
        WasmTag tag = WasmKind.TAG.of(value, WasmTag.class);
        if (tag == null) {
            throw Errors.typeError(where + ": Argument 0 must be a WebAssembly.Tag");
        }
        return tag;
    }

    private static Object constructTag(@SuppressWarnings("unused") Realm realm, JSObject prototype, Args args) {
        if (!(args.get(0) instanceof JSObject descriptor)) {
            throw Errors.typeError("WebAssembly.Tag(): Argument 0 must be a tag type");
        }
        List<ValueType> types = new ArrayList<>();
        Iteration.forEach(descriptor.get(PropertyKey.of("parameters")), name -> {
            ValueType type = ValueType.named(Conversions.toJavaString(name));
            if (type == null) {
                throw Errors.typeError("WebAssembly.Tag(): Argument 0 parameter type must be a value type");
            }
            types.add(type);
        });
        WasmTag tag = new WasmTag(types);
        JSObject object = new WasmEntity<>(prototype, WasmKind.TAG, tag);
        tag.setPeer(object);
        return object;
    }

    private static Object constructException(Realm realm, JSObject prototype, Args args) {
        WasmTag tag = tag(args.get(0), "WebAssembly.Exception()");
        if (tag == WasmRealm.of(realm).store().hostTag()) {
            throw Errors.typeError("WebAssembly.Exception(): Argument 0 cannot be WebAssembly.JSTag");
        }
        List<Object> values = Iteration.iterableToList(args.get(1));
        List<ValueType> types = tag.type().parameters();
        if (values.size() != types.size()) {
            throw Errors.typeError("WebAssembly.Exception(): Number of exception values does not match signature length");
        }
        List<Object> payload = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            payload.add(WasmValues.toWasm(values.get(i), types.get(i)));
        }
        WasmThrow thrown = new WasmThrow(tag, payload);
        JSObject object = new WasmEntity<>(prototype, WasmKind.EXCEPTION, thrown);
        thrown.setPeer(object);
        return object;
    }

    private static Object getArg(Realm realm, Object thisValue, Args args) {
        WasmThrow thrown = exception(thisValue, "getArg()");
        if (thrown.tag() != tag(args.get(0), "WebAssembly.Exception.getArg()")) {
            throw Errors.typeError("WebAssembly.Exception.getArg(): First argument does not match the exception tag");
        }
        long index = Limits.index(args.get(1), "WebAssembly.Exception.getArg(): Index");
        if (index >= thrown.payload().size()) {
            throw Errors.rangeError("WebAssembly.Exception.getArg(): Index must be convertible to a valid number");
        }
        return WasmValues.toJS(realm, thrown.payload().get((int) index));
    }
}
