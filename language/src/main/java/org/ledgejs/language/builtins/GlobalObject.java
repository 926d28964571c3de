package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The properties of the global object (ECMA-262 §19); each intrinsic is made when first read. */
final class GlobalObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .constant("Infinity", Double.POSITIVE_INFINITY)
            .constant("NaN", Double.NaN)
            .constant("undefined", Undefined.INSTANCE)
            .intrinsic("eval", Intrinsic.EVAL)
            .intrinsic("isFinite", Intrinsic.IS_FINITE)
            .intrinsic("isNaN", Intrinsic.IS_NAN)
            .intrinsic("parseFloat", Intrinsic.PARSE_FLOAT)
            .intrinsic("parseInt", Intrinsic.PARSE_INT)
            .intrinsic("decodeURI", Intrinsic.DECODE_URI)
            .intrinsic("decodeURIComponent", Intrinsic.DECODE_URI_COMPONENT)
            .intrinsic("encodeURI", Intrinsic.ENCODE_URI)
            .intrinsic("encodeURIComponent", Intrinsic.ENCODE_URI_COMPONENT)
            .intrinsic("escape", Intrinsic.ESCAPE)
            .intrinsic("unescape", Intrinsic.UNESCAPE)
            .intrinsic("AggregateError", Intrinsic.AGGREGATE_ERROR)
            .intrinsic("Array", Intrinsic.ARRAY)
            .intrinsic("ArrayBuffer", Intrinsic.ARRAY_BUFFER)
            .intrinsic("AsyncDisposableStack", Intrinsic.ASYNC_DISPOSABLE_STACK)
            .intrinsic("BigInt", Intrinsic.BIGINT)
            .intrinsic("BigInt64Array", Intrinsic.BIGINT64_ARRAY)
            .intrinsic("BigUint64Array", Intrinsic.BIGUINT64_ARRAY)
            .intrinsic("Boolean", Intrinsic.BOOLEAN)
            .intrinsic("DataView", Intrinsic.DATA_VIEW)
            .intrinsic("Date", Intrinsic.DATE)
            .intrinsic("DisposableStack", Intrinsic.DISPOSABLE_STACK)
            .intrinsic("Error", Intrinsic.ERROR)
            .intrinsic("EvalError", Intrinsic.EVAL_ERROR)
            .intrinsic("FinalizationRegistry", Intrinsic.FINALIZATION_REGISTRY)
            .intrinsic("Float16Array", Intrinsic.FLOAT16_ARRAY)
            .intrinsic("Float32Array", Intrinsic.FLOAT32_ARRAY)
            .intrinsic("Float64Array", Intrinsic.FLOAT64_ARRAY)
            .intrinsic("Function", Intrinsic.FUNCTION)
            .intrinsic("Int8Array", Intrinsic.INT8_ARRAY)
            .intrinsic("Int16Array", Intrinsic.INT16_ARRAY)
            .intrinsic("Int32Array", Intrinsic.INT32_ARRAY)
            .intrinsic("Iterator", Intrinsic.ITERATOR)
            .intrinsic("Map", Intrinsic.MAP)
            .intrinsic("Number", Intrinsic.NUMBER)
            .intrinsic("Object", Intrinsic.OBJECT)
            .intrinsic("Promise", Intrinsic.PROMISE)
            .intrinsic("Proxy", Intrinsic.PROXY)
            .intrinsic("RangeError", Intrinsic.RANGE_ERROR)
            .intrinsic("ReferenceError", Intrinsic.REFERENCE_ERROR)
            .intrinsic("RegExp", Intrinsic.REGEXP)
            .intrinsic("Set", Intrinsic.SET)
            .intrinsic("ShadowRealm", Intrinsic.SHADOW_REALM)
            .intrinsic("SharedArrayBuffer", Intrinsic.SHARED_ARRAY_BUFFER)
            .intrinsic("String", Intrinsic.STRING)
            .intrinsic("SuppressedError", Intrinsic.SUPPRESSED_ERROR)
            .intrinsic("Symbol", Intrinsic.SYMBOL)
            .intrinsic("SyntaxError", Intrinsic.SYNTAX_ERROR)
            .intrinsic("TypeError", Intrinsic.TYPE_ERROR)
            .intrinsic("URIError", Intrinsic.URI_ERROR)
            .intrinsic("Uint8Array", Intrinsic.UINT8_ARRAY)
            .intrinsic("Uint8ClampedArray", Intrinsic.UINT8_CLAMPED_ARRAY)
            .intrinsic("Uint16Array", Intrinsic.UINT16_ARRAY)
            .intrinsic("Uint32Array", Intrinsic.UINT32_ARRAY)
            .intrinsic("WeakMap", Intrinsic.WEAK_MAP)
            .intrinsic("WeakRef", Intrinsic.WEAK_REF)
            .intrinsic("WeakSet", Intrinsic.WEAK_SET)
            .intrinsic("Atomics", Intrinsic.ATOMICS)
            .intrinsic("Intl", Intrinsic.INTL)
            .intrinsic("JSON", Intrinsic.JSON)
            .intrinsic("Math", Intrinsic.MATH)
            .intrinsic("Reflect", Intrinsic.REFLECT);

    private GlobalObject() { }

    static JSObject create(Realm realm) {
        JSObject global = JSObject.create(realm);
        global.define(PropertyKey.of("globalThis"), global, PropertyFlags.METHOD);
        TABLE.define(realm, global);
        return global;
    }
}
