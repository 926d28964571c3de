package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;

/** An assignment to a constant: evaluates the value, then fails. */
public final class ConstantAssignmentNode extends JSNode {
    @Child private JSNode value;

    public ConstantAssignmentNode(JSNode value) {
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        value.execute(frame);
        throw error();
    }

    @TruffleBoundary
    private JSException error() {
        return Errors.typeError("Assignment to constant variable.", this);
    }
}
