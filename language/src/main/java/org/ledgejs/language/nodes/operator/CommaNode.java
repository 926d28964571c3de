package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.JSNode;

/** A sequence of expressions; its value is the last one's. */
public final class CommaNode extends JSNode {
    @Children private final JSNode[] effects;
    @Child private JSNode last;

    public CommaNode(JSNode[] effects, JSNode last) {
        this.effects = effects;
        this.last = last;
    }

    @ExplodeLoop
    private void effects(VirtualFrame frame) {
        for (JSNode effect : effects) {
            effect.executeVoid(frame);
        }
    }

    @Override
    public Object execute(VirtualFrame frame) {
        effects(frame);
        return last.execute(frame);
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        effects(frame);
        return last.executeInt(frame);
    }

    @Override
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        effects(frame);
        return last.executeDouble(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        effects(frame);
        return last.executeBoolean(frame);
    }
}
