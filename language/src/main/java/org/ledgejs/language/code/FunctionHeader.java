package org.ledgejs.language.code;

/** A function's header before its unit exists; see {@link FunctionCode}. Offsets count from the start of the unit's code. */
public record FunctionHeader(String name, String inferredName, int flags, int length, int frameSlots, int prologue, int body, int end, int sourceStart,
        int sourceEnd, LazyFunction lazy) {

    FunctionHeader withInferredName(String inferred) {
        return new FunctionHeader(name, inferred, flags, length, frameSlots, prologue, body, end, sourceStart, sourceEnd, lazy);
    }

    FunctionCode in(CodeUnit unit, int index) {
        return new FunctionCode(unit, index, name, inferredName, flags, length, frameSlots, prologue, body, end, sourceStart, sourceEnd, lazy);
    }
}
