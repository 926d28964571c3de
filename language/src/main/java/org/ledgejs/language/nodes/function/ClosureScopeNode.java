package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Scope;

/** The scope the active function closes over; null, kept in a slot only, where it closes over none. */
public final class ClosureScopeNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        return scope(frame);
    }

    public static Scope scope(VirtualFrame frame) {
        return frame.getArguments()[Arguments.FUNCTION] instanceof JSFunction function ? function.scope() : null;
    }
}
