package org.ledgejs.wasm.js;

import java.util.List;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.ValueType;
import org.ledgejs.wasm.engine.WasmFunction;

/** ToWebAssemblyValue and ToJSValue (WebAssembly JavaScript Interface). */
final class WasmValues {
    private WasmValues() { }

    static Object toWasm(Object value, ValueType type) {
        return switch (type.kind()) {
            case I32 -> Conversions.toInt32(value);
            case I64 -> Conversions.toBigInt(value).asIntN(64).longValue();
            case F32 -> (float) Conversions.toNumber(value);
            case F64 -> Conversions.toNumber(value);
            case EXTERNREF -> value == Null.INSTANCE ? requireNullable(type) : value;
            case FUNCREF -> value == Null.INSTANCE ? requireNullable(type) : function(value);
            default -> throw Errors.typeError("type incompatibility when transforming from/to JS: " + type);
        };
    }

    private static Object requireNullable(ValueType type) {
        if (!type.nullable()) {
            throw Errors.typeError("type incompatibility when transforming from/to JS: null is no " + type);
        }
        return null;
    }

    private static WasmFunction function(Object value) {
        WasmFunction function = ExportedFunction.of(value);
        if (function == null) {
            throw Errors.typeError("WebAssembly objects are opaque: function-typed object expected");
        }
        return function;
    }

    static Object toJS(Realm realm, Object value) {
        return switch (value) {
            case null -> Null.INSTANCE;
            case Integer i -> i;
            case Long l -> BigInt.of(l);
            case Float f -> Conversions.number(f.doubleValue());
            case Double d -> Conversions.number(d);
            case WasmFunction function -> ExportedFunction.create(realm, function);
            default -> value;
        };
    }

    /** DefaultValue of a type. */
    static Object defaultValue(ValueType type) {
        return switch (type.kind()) {
            case I32 -> 0;
            case I64 -> 0L;
            case F32 -> 0f;
            case F64 -> 0.0;
            case EXTERNREF -> Undefined.INSTANCE;
            default -> null;
        };
    }

    static Object[] toWasm(Object[] values, List<ValueType> types) {
        Object[] result = new Object[types.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = toWasm(i < values.length ? values[i] : Undefined.INSTANCE, types.get(i));
        }
        return result;
    }

    /** What a call gives: undefined, the one result, or an array of them. */
    static Object results(Realm realm, Object[] results) {
        if (results.length <= 1) {
            return results.length == 0 ? Undefined.INSTANCE : toJS(realm, results[0]);
        }
        Object[] values = new Object[results.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = toJS(realm, results[i]);
        }
        return ObjectOperations.createArrayFromList(realm, values);
    }

    /** What a host function gave, as results of its WebAssembly type: nothing, one value, or an iterable of as many. */
    static Object[] resultsToWasm(Object value, List<ValueType> types) {
        if (types.isEmpty()) {
            return new Object[0];
        }
        if (types.size() == 1) {
            return new Object[] {toWasm(value, types.getFirst())};
        }
        if (!ObjectOperations.isObject(value)) {
            throw Errors.typeError("multi-return value must be iterable");
        }
        List<Object> values = Iteration.iterableToList(value);
        if (values.size() != types.size()) {
            throw Errors.typeError("multi-return length mismatch");
        }
        return toWasm(values.toArray(), types);
    }
}
