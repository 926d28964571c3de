package org.ledgejs.wasm.js;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.WasmEngine;
import org.ledgejs.wasm.engine.WasmModule;

/** WebAssembly.Module. */
final class ModuleClass {
    static final WasmClass CLASS = WasmClass.of(WasmKind.MODULE, 1, ModuleClass::construct, new PropertyTable()
            .method("exports", 1, ModuleClass::exports)
            .method("imports", 1, ModuleClass::imports)
            .method("customSections", 2, ModuleClass::customSections), new PropertyTable());

    private ModuleClass() { }

    private static Object construct(Realm realm, JSObject prototype, Args args) {
        byte[] bytes = bytes(args.get(0), "WebAssembly.Module()");
        WasmModule module = WasmErrors.guarded(realm, "WebAssembly.Module()", () -> WasmEngine.compile(bytes));
        return new WasmEntity<>(prototype, WasmKind.MODULE, module);
    }

    /** "Get a copy of the buffer source". */
    static byte[] bytes(Object value, String where) {
        if (value instanceof JSBuffer buffer) {
            return copy(buffer, 0, buffer.byteLength());
        }
        if (value instanceof JSBufferView view) {
            if (view.isOutOfBounds()) {
                throw Errors.typeError(where + ": Argument 0 is detached or out of bounds");
            }
            return copy(view.buffer(), view.byteOffset(), view.viewByteLength());
        }
        throw Errors.typeError(where + ": Argument 0 must be a buffer source");
    }

    private static byte[] copy(JSBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        if (length > 0) {
            System.arraycopy(buffer.data(), offset, bytes, 0, length);
        }
        return bytes;
    }

    private static WasmModule module(Args args, String method) {
        WasmModule module = WasmKind.MODULE.of(args.get(0), WasmModule.class);
        if (module == null) {
            throw Errors.typeError("WebAssembly.Module." + method + "(): Argument 0 must be a WebAssembly.Module");
        }
        return module;
    }

    private static JSObject descriptor(Realm realm, String... pairs) {
        JSObject object = JSObject.create(realm);
        for (int i = 0; i < pairs.length; i += 2) {
            object.define(PropertyKey.of(pairs[i]), Strings.of(pairs[i + 1]), PropertyFlags.DEFAULT);
        }
        return object;
    }

    private static Object exports(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<Object> list = new ArrayList<>();
        for (WasmModule.Export export : module(args, "exports").exports()) {
            list.add(descriptor(realm, "name", export.name(), "kind", export.type().kind().toString()));
        }
        return ObjectOperations.createArrayFromList(realm, list);
    }

    private static Object imports(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<Object> list = new ArrayList<>();
        for (WasmModule.Import entry : module(args, "imports").imports()) {
            list.add(descriptor(realm, "module", entry.module(), "name", entry.name(), "kind", entry.type().kind().toString()));
        }
        return ObjectOperations.createArrayFromList(realm, list);
    }

    private static Object customSections(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        WasmModule module = module(args, "customSections");
        if (args.get(1) == Undefined.INSTANCE) {
            throw Errors.typeError("WebAssembly.Module.customSections(): Argument 1 is required");
        }
        List<Object> list = new ArrayList<>();
        for (byte[] section : module.customSections(Conversions.toJavaString(args.get(1)))) {
            list.add(JSArrayBuffer.wrap(realm, section.clone()));
        }
        return ObjectOperations.createArrayFromList(realm, list);
    }
}
