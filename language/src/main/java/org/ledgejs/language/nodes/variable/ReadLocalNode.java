package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

/** Reads a variable of the frame that is known to be initialised. */
public abstract class ReadLocalNode extends VariableNode {
    private final int slot;

    ReadLocalNode(int slot) {
        this.slot = slot;
    }

    public static ReadLocalNode create(int slot) {
        return ReadLocalNodeGen.create(slot);
    }

    @Specialization(guards = "frame.isInt(slot())")
    int readInt(VirtualFrame frame) {
        return frame.getInt(slot);
    }

    @Specialization(guards = "frame.isDouble(slot())")
    double readDouble(VirtualFrame frame) {
        return frame.getDouble(slot);
    }

    @Specialization(guards = "frame.isBoolean(slot())")
    boolean readBoolean(VirtualFrame frame) {
        return frame.getBoolean(slot);
    }

    @Specialization(guards = "frame.isObject(slot())")
    Object readObject(VirtualFrame frame) {
        return frame.getObject(slot);
    }

    public final int slot() {
        return slot;
    }

    @Override
    protected String variableName() {
        return VariableNames.ofSlot(this, slot);
    }
}
