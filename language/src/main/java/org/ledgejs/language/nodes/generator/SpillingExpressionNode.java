package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;

/** An expression with spilled operands: forgets them when it completes in any way but a suspension. */
public final class SpillingExpressionNode extends JSNode {
    @Child private JSNode expression;
    @CompilationFinal(dimensions = 1) private final int[] slots;

    public SpillingExpressionNode(JSNode expression, int[] slots) {
        this.expression = expression;
        this.slots = slots;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        boolean suspended = false;
        try {
            return expression.execute(frame);
        } catch (YieldException suspension) {
            suspended = true;
            throw suspension;
        } finally {
            if (!suspended) {
                clear(frame, slots);
            }
        }
    }

    @ExplodeLoop
    static void clear(VirtualFrame frame, int[] slots) {
        for (int slot : slots) {
            frame.setObject(slot, null);
        }
    }
}
