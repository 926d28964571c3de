package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

/** Reads a variable of the frame; ReferenceError before its initialisation. */
public abstract class ReadLocalCheckedNode extends VariableNode {
    private final int slot;
    private final String name;

    ReadLocalCheckedNode(int slot, String name) {
        this.slot = slot;
        this.name = name;
    }

    public static ReadLocalCheckedNode create(int slot, String name) {
        return ReadLocalCheckedNodeGen.create(slot, name);
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
        Object value = frame.getObject(slot);
        if (value == null) {
            throw Uninitialized.error(name, this);
        }
        return value;
    }

    public final int slot() {
        return slot;
    }

    public final String name() {
        return name;
    }

    @Override
    protected String variableName() {
        return name;
    }
}
