package org.ledgejs.language.nodes.operator;

import org.ledgejs.language.nodes.JSNode;

/** An operator that adds a constant int. */
public abstract class StepNode extends UnaryNode {
    final int step;

    StepNode(int step) {
        this.step = step;
    }

    public final int step() {
        return step;
    }

    public abstract JSNode getOperand();
}
