package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/**
 * Writes a variable of the frame. The descriptor's kind of a slot says how all its writers store: unboxed as long as all values fit. An
 * int goes to a slot of doubles as a double.
 */
@NodeChild(value = "value", type = JSNode.class)
public abstract class WriteLocalNode extends VariableNode {
    private final int slot;

    WriteLocalNode(int slot) {
        this.slot = slot;
    }

    public static WriteLocalNode create(int slot, JSNode value) {
        return WriteLocalNodeGen.create(slot, value);
    }

    /** Writes a value that was evaluated already. */
    abstract Object executeValue(VirtualFrame frame, Object value);

    @Specialization(guards = "isKind(frame, INT)")
    int writeInt(VirtualFrame frame, int value) {
        frame.getFrameDescriptor().setSlotKind(slot, FrameSlotKind.Int);
        frame.setInt(slot, value);
        return value;
    }

    @Specialization(guards = "isNumberKind(frame)", replaces = "writeInt")
    double writeDouble(VirtualFrame frame, double value) {
        frame.getFrameDescriptor().setSlotKind(slot, FrameSlotKind.Double);
        frame.setDouble(slot, value);
        return value;
    }

    @Specialization(guards = "isKind(frame, BOOLEAN)")
    boolean writeBoolean(VirtualFrame frame, boolean value) {
        frame.getFrameDescriptor().setSlotKind(slot, FrameSlotKind.Boolean);
        frame.setBoolean(slot, value);
        return value;
    }

    @Specialization(replaces = {"writeInt", "writeDouble", "writeBoolean"})
    Object writeObject(VirtualFrame frame, Object value) {
        frame.getFrameDescriptor().setSlotKind(slot, FrameSlotKind.Object);
        frame.setObject(slot, value);
        return value;
    }

    static final FrameSlotKind INT = FrameSlotKind.Int;
    static final FrameSlotKind BOOLEAN = FrameSlotKind.Boolean;

    final boolean isKind(VirtualFrame frame, FrameSlotKind wanted) {
        FrameSlotKind kind = frame.getFrameDescriptor().getSlotKind(slot);
        return kind == wanted || kind == FrameSlotKind.Illegal;
    }

    final boolean isNumberKind(VirtualFrame frame) {
        FrameSlotKind kind = frame.getFrameDescriptor().getSlotKind(slot);
        return kind == FrameSlotKind.Double || kind == FrameSlotKind.Int || kind == FrameSlotKind.Illegal;
    }

    @Override
    protected String variableName() {
        return VariableNames.ofSlot(this, slot);
    }

    @Override
    protected boolean isWrite() {
        return true;
    }
}
