package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.ops.JSTypes;

/** Reads a variable of the frame that is known to be initialised: in the kinds it was seen to have. */
public class ReadLocalNode extends VariableNode {
    private static final int INT = 1;
    private static final int DOUBLE = 2;
    private static final int BOOLEAN = 4;
    private static final int OBJECT = 8;

    private final int slot;
    /** A set of the kinds above. */
    @CompilationFinal private int seen;

    public ReadLocalNode(int slot) {
        this.slot = slot;
    }

    public final int slot() {
        return slot;
    }

    @Override
    public final Object execute(VirtualFrame frame) {
        int kinds = seen;
        if ((kinds & OBJECT) != 0 && frame.isObject(slot)) {
            return ofObject(frame.getObject(slot));
        }
        if ((kinds & INT) != 0 && frame.isInt(slot)) {
            return frame.getInt(slot);
        }
        if ((kinds & DOUBLE) != 0 && frame.isDouble(slot)) {
            return frame.getDouble(slot);
        }
        if ((kinds & BOOLEAN) != 0 && frame.isBoolean(slot)) {
            return frame.getBoolean(slot);
        }
        see(frame);
        return execute(frame);
    }

    @Override
    public final int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        return (seen & INT) != 0 && frame.isInt(slot) ? frame.getInt(slot) : JSTypes.expectInt(execute(frame));
    }

    @Override
    public final double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        int kinds = seen;
        if ((kinds & DOUBLE) != 0 && frame.isDouble(slot)) {
            return frame.getDouble(slot);
        }
        return (kinds & INT) != 0 && frame.isInt(slot) ? frame.getInt(slot) : JSTypes.expectDouble(execute(frame));
    }

    @Override
    public final boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        return (seen & BOOLEAN) != 0 && frame.isBoolean(slot) ? frame.getBoolean(slot) : unboxBoolean(execute(frame));
    }

    private void see(VirtualFrame frame) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        seen |= frame.isInt(slot) ? INT : frame.isDouble(slot) ? DOUBLE : frame.isBoolean(slot) ? BOOLEAN : OBJECT;
    }

    /** What the variable's value is where the slot holds a reference. */
    protected Object ofObject(Object value) {
        return value;
    }

    @Override
    protected String variableName() {
        return VariableNames.ofSlot(this, slot);
    }
}
