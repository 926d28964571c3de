package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.runtime.Scope;

/** What reads or writes a variable of a scope object: finds the scope, from a frame slot some parents up. */
abstract class ScopeNode extends VariableNode {
    private final int slot;
    private final int hops;
    private final int index;

    ScopeNode(int slot, int hops, int index) {
        this.slot = slot;
        this.hops = hops;
        this.index = index;
    }

    @ExplodeLoop
    private Scope scope(VirtualFrame frame) {
        Scope scope = (Scope) frame.getObject(slot);
        for (int i = 0; i < hops; i++) {
            scope = scope.parent;
        }
        return scope;
    }

    /** The variable's value, null before its initialisation. */
    final Object read(VirtualFrame frame) {
        return scope(frame).slots[index];
    }

    final void write(VirtualFrame frame, Object value) {
        scope(frame).slots[index] = value;
    }
}
