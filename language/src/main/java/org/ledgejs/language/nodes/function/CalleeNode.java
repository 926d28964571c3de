package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;

/** The active function object. */
public final class CalleeNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        return frame.getArguments()[Arguments.FUNCTION];
    }
}
