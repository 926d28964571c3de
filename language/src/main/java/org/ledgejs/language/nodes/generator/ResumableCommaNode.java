package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Undefined;

/** A sequence of expressions of which some suspend: goes on with the one that did. */
public final class ResumableCommaNode extends JSNode {
    @Children private final JSNode[] expressions;
    private final int stateSlot;

    public ResumableCommaNode(JSNode[] expressions, int stateSlot) {
        this.expressions = expressions;
        this.stateSlot = stateSlot;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        int start = Progress.get(frame, stateSlot);
        Progress.set(frame, stateSlot, 0);
        Object value = Undefined.INSTANCE;
        for (int i = 0; i < expressions.length; i++) {
            if (i >= start) {
                try {
                    value = expressions[i].execute(frame);
                } catch (YieldException suspension) {
                    Progress.set(frame, stateSlot, i);
                    throw suspension;
                }
            }
        }
        return value;
    }
}
