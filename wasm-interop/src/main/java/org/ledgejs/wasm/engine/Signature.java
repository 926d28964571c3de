package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;

import java.util.List;

/**
 * How the values of a function type travel between a host's objects and the engine's slots: a {@code long} for
 * numbers and function references, an object beside it for all other references.
 */
final class Signature {

    private final ValueType[] parameters;
    private final ValueType[] results;
    private final boolean objects;
    private final boolean representable;
    private final boolean functions;
    private final boolean numeric;

    Signature(ExternType.Function type) {
        this(type.parameters(), type.results());
    }

    Signature(List<ValueType> parameters, List<ValueType> results) {
        this.parameters = parameters.toArray(ValueType[]::new);
        this.results = results.toArray(ValueType[]::new);
        objects = any(ValueType.Kind.EXTERNREF) || any(ValueType.Kind.ANYREF);
        representable = !any(ValueType.Kind.V128) && !any(ValueType.Kind.EXNREF);
        functions = any(ValueType.Kind.FUNCREF);
        numeric = representable && !objects && !functions;
    }

    private boolean any(ValueType.Kind kind) {
        return contains(parameters, kind) || contains(results, kind);
    }

    private static boolean contains(ValueType[] types, ValueType.Kind kind) {
        for (ValueType type : types) {
            if (type.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    boolean hasObjects() {
        return objects;
    }

    boolean hasFunctions() {
        return functions;
    }

    boolean isNumeric() {
        return numeric;
    }

    void checkRepresentable() {
        if (!representable) {
            throw new WasmTypeException("type incompatibility when transforming from/to JS");
        }
    }

    long[] encodeParameters(WasmInstance to, Object[] values) {
        return encode(to, parameters, values);
    }

    Object[] objectParameters(Object[] values) {
        return objects(parameters, values);
    }

    CallResult encodeResults(WasmInstance to, Object[] values) {
        Object[] refs = objects ? objects(results, values) : null;
        return CallResult.of(encode(to, results, values), refs);
    }

    Object[] decodeParameters(WasmInstance from, long[] slots, Object[] refs) {
        return decode(from, parameters, slots, refs);
    }

    Object[] decodeResults(WasmInstance from, CallResult result) {
        return decode(from, results, result.longs(), result.refs());
    }

    private static long[] encode(WasmInstance to, ValueType[] types, Object[] values) {
        long[] slots = new long[slotCount(types)];
        int slot = 0;
        for (int i = 0; i < types.length; i++) {
            slots[slot] = encode(to, types[i], value(values, i));
            slot += types[i].slots();
        }
        return slots;
    }

    private static int slotCount(ValueType[] types) {
        int count = 0;
        for (ValueType type : types) {
            count += type.slots();
        }
        return count;
    }

    private static Object value(Object[] values, int i) {
        return values != null && i < values.length ? values[i] : null;
    }

    /** A value's slot; what has no number in it counts as zero. */
    static long encode(WasmInstance to, ValueType type, Object value) {
        return switch (type.kind()) {
            case I32 -> value instanceof Number number ? number.intValue() : 0;
            case I64 -> value instanceof Number number ? number.longValue() : 0;
            case F32 -> value instanceof Number number ? Float.floatToRawIntBits(number.floatValue()) : 0;
            case F64 -> value instanceof Number number ? Double.doubleToRawLongBits(number.doubleValue()) : 0;
            case FUNCREF -> to.reference((WasmFunction) value);
            case EXTERNREF, ANYREF -> value == null ? -1 : 0;
            case V128, EXNREF -> throw new WasmTypeException("type incompatibility when transforming from/to JS");
        };
    }

    private static Object[] objects(ValueType[] types, Object[] values) {
        Object[] refs = new Object[slotCount(types)];
        int slot = 0;
        for (int i = 0; i < types.length; i++) {
            refs[slot] = isObject(types[i]) ? value(values, i) : null;
            slot += types[i].slots();
        }
        return refs;
    }

    private static boolean isObject(ValueType type) {
        return type.kind() == ValueType.Kind.EXTERNREF || type.kind() == ValueType.Kind.ANYREF;
    }

    private static Object[] decode(WasmInstance from, ValueType[] types, long[] slots, Object[] refs) {
        Object[] values = new Object[types.length];
        int slot = 0;
        for (int i = 0; i < types.length; i++) {
            values[i] = isObject(types[i]) ? (refs == null ? null : refs[slot]) : decode(from, types[i], slots[slot]);
            slot += types[i].slots();
        }
        return values;
    }

    static Object decode(WasmInstance from, ValueType type, long slot) {
        return switch (type.kind()) {
            case I32 -> (int) slot;
            case I64 -> slot;
            case F32 -> Float.intBitsToFloat((int) slot);
            case F64 -> Double.longBitsToDouble(slot);
            case FUNCREF -> from.function((int) slot);
            default -> throw new WasmTypeException("type incompatibility when transforming from/to JS");
        };
    }

    /** Turns function references among parameters from those of one instance into those of another, in place. */
    void rebaseParameters(WasmInstance from, WasmInstance to, long[] slots) {
        rebase(parameters, from, to, slots);
    }

    void rebaseResults(WasmInstance from, WasmInstance to, long[] slots) {
        rebase(results, from, to, slots);
    }

    private static void rebase(ValueType[] types, WasmInstance from, WasmInstance to, long[] slots) {
        int slot = 0;
        for (ValueType type : types) {
            if (type.kind() == ValueType.Kind.FUNCREF) {
                slots[slot] = to.reference(from.function((int) slots[slot]));
            }
            slot += type.slots();
        }
    }
}
