package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;

/** Reads a variable of the frame; ReferenceError before its initialisation. */
public abstract class ReadLocalCheckedNode extends JSNode {
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
            CompilerDirectives.transferToInterpreter();
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
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.ReadVariableTag.class || super.hasTag(tag);
    }
}
