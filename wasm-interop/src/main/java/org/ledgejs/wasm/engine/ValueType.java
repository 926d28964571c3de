package org.ledgejs.wasm.engine;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

import java.util.List;

/**
 * The type of a value.
 *
 * @param nullable whether a reference of this type may be null; true for everything that is no reference
 */
public record ValueType(Kind kind, boolean nullable) {

    /** How a value is represented at the border, and what JavaScript calls it. */
    public enum Kind {
        I32("i32"), I64("i64"), F32("f32"), F64("f64"), V128("v128"),
        /** A reference to a function of whatever type. */
        FUNCREF("funcref"),
        EXTERNREF("externref"),
        EXNREF("exnref"),
        /** Any reference to an object of the garbage collection proposal. */
        ANYREF("anyref");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public static final ValueType I32 = new ValueType(Kind.I32, true);
    public static final ValueType I64 = new ValueType(Kind.I64, true);
    public static final ValueType F32 = new ValueType(Kind.F32, true);
    public static final ValueType F64 = new ValueType(Kind.F64, true);
    public static final ValueType V128 = new ValueType(Kind.V128, true);
    public static final ValueType FUNCREF = new ValueType(Kind.FUNCREF, true);
    public static final ValueType EXTERNREF = new ValueType(Kind.EXTERNREF, true);

    /** The type that JavaScript names, {@code "anyfunc"} being the old name of funcref; null for an unknown name. */
    public static ValueType named(String name) {
        return switch (name) {
            case "i32" -> I32;
            case "i64" -> I64;
            case "f32" -> F32;
            case "f64" -> F64;
            case "v128" -> V128;
            case "anyfunc", "funcref" -> FUNCREF;
            case "externref" -> EXTERNREF;
            default -> null;
        };
    }

    public boolean isReference() {
        return kind.ordinal() >= Kind.FUNCREF.ordinal();
    }

    /** Slots a value takes in an argument array. */
    int slots() {
        return kind == Kind.V128 ? 2 : 1;
    }

    static ValueType of(ValType type) {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> I32;
            case ValType.ID.I64 -> I64;
            case ValType.ID.F32 -> F32;
            case ValType.ID.F64 -> F64;
            case ValType.ID.V128 -> V128;
            default -> reference(type);
        };
    }

    private static ValueType reference(ValType type) {
        int heap = type.typeIdx();
        Kind kind;
        if (heap == ValType.TypeIdxCode.EXTERN.code() || heap == ValType.TypeIdxCode.NOEXTERN.code()) {
            kind = Kind.EXTERNREF;
        } else if (heap == ValType.TypeIdxCode.EXN.code()) {
            kind = Kind.EXNREF;
        } else {
            kind = type.isObjectRef() ? Kind.ANYREF : Kind.FUNCREF;
        }
        return new ValueType(kind, type.isNullable());
    }

    static List<ValueType> of(List<ValType> types) {
        return types.stream().map(ValueType::of).toList();
    }

    static ExternType.Function of(FunctionType type) {
        return new ExternType.Function(of(type.params()), of(type.returns()));
    }

    /** The engine's type, for types a host can write down. */
    ValType toEngine() {
        return switch (kind) {
            case I32 -> ValType.I32;
            case I64 -> ValType.I64;
            case F32 -> ValType.F32;
            case F64 -> ValType.F64;
            case V128 -> ValType.V128;
            case FUNCREF -> ValType.FuncRef;
            case EXTERNREF -> ValType.ExternRef;
            case EXNREF -> ValType.ExnRef;
            case ANYREF -> ValType.AnyRef;
        };
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
