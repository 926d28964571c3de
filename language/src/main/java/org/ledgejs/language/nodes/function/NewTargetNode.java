package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;

/** {@code new.target} of the activation. */
public final class NewTargetNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        return Arguments.newTarget(frame.getArguments());
    }
}
