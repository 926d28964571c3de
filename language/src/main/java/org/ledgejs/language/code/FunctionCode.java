package org.ledgejs.language.code;

/**
 * One function of a {@link CodeUnit}: its header. Its ops are the unit's bytes from {@code prologue} to {@code end}:
 * first the prologue, a STATEMENT op that binds parameters and hoisted functions (it runs before a generator object is created),
 * then from {@code body} the body, a STATEMENT op. The prologue of a module is what its InitializeEnvironment does at link time; its body
 * relies on nothing the prologue left in the frame. A module's closure scope is the module environment.
 *
 * @param name what the {@code name} property starts as
 * @param inferredName what stack traces call a function without a name: the member it was assigned to; null for none
 * @param flags bits of {@link FunctionFlags}
 * @param length ExpectedArgumentCount, the {@code length} property
 * @param frameSlots how many slots of the frame the ops name
 * @param sourceStart offset in the source where Function.prototype.toString starts
 * @param lazy null, or how to come by its ops, which this unit does not have
 */
public record FunctionCode(CodeUnit unit, int index, String name, String inferredName, int flags, int length, int frameSlots,
        int prologue, int body, int end, int sourceStart, int sourceEnd, LazyFunction lazy) {

    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    public boolean isConstructor() {
        return (flags & (FunctionFlags.ARROW | FunctionFlags.METHOD | FunctionFlags.RESUMABLE | FunctionFlags.FIELD_INITIALIZER
                | FunctionFlags.SCRIPT | FunctionFlags.MODULE | FunctionFlags.EVAL)) == 0;
    }

    /** A cursor at the prologue. */
    public CodeCursor cursor() {
        return new CodeCursor(unit, prologue, end);
    }
}
