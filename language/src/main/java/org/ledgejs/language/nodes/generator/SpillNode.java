package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** An operand evaluated before another one suspends: its value stays in a slot, and is not evaluated again after the resumption. */
public final class SpillNode extends JSNode {
    @Child private JSNode operand;
    private final int slot;

    public SpillNode(JSNode operand, int slot) {
        this.operand = operand;
        this.slot = slot;
    }

    public int slot() {
        return slot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = frame.getObject(slot);
        if (value == null) {
            value = operand.execute(frame);
            frame.setObject(slot, value);
        }
        return value;
    }

    /** The value of an operand that was spilled before. */
    public static final class Read extends JSNode {
        private final int slot;

        public Read(int slot) {
            this.slot = slot;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            return frame.getObject(slot);
        }
    }
}
