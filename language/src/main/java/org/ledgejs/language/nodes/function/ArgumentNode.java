package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.BranchProfile;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Undefined;

/** An argument by position, undefined if the caller gave fewer. */
public final class ArgumentNode extends JSNode {
    private final int position;
    private final BranchProfile missing = BranchProfile.create();

    public ArgumentNode(int index) {
        this.position = Arguments.FIRST + index;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        if (position < arguments.length) {
            return arguments[position];
        }
        missing.enter();
        return Undefined.INSTANCE;
    }
}
