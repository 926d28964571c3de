package org.ledgejs.wasm.engine;

import java.util.List;

/** The type of an import or export. A maximum of {@link #UNBOUNDED} means that none was declared. */
public sealed interface ExternType {

    long UNBOUNDED = -1;

    ExternKind kind();

    /** A function's parameters and results. */
    record Function(List<ValueType> parameters, List<ValueType> results) implements ExternType {
        @Override
        public ExternKind kind() {
            return ExternKind.FUNCTION;
        }
    }

    /** A table's element type and its limits in elements. */
    record Table(ValueType element, long minimum, long maximum) implements ExternType {
        @Override
        public ExternKind kind() {
            return ExternKind.TABLE;
        }
    }

    /** A memory's limits in pages of 64 KiB. */
    record Memory(long minimum, long maximum, boolean shared) implements ExternType {
        @Override
        public ExternKind kind() {
            return ExternKind.MEMORY;
        }
    }

    /** A global's value type and whether it may be written. */
    record Global(ValueType value, boolean mutable) implements ExternType {
        @Override
        public ExternKind kind() {
            return ExternKind.GLOBAL;
        }
    }

    /** The values an exception of a tag carries. */
    record Tag(List<ValueType> parameters) implements ExternType {
        @Override
        public ExternKind kind() {
            return ExternKind.TAG;
        }
    }
}
