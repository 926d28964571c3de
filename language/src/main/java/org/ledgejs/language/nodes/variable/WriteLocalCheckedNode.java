package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** Writes a variable of the frame after evaluating the value; ReferenceError before its initialisation, or once it is bound. */
public final class WriteLocalCheckedNode extends VariableNode {
    @Child private JSNode value;
    private final int slot;
    private final String name;

    /** @param name null: the slot takes a value once */
    public WriteLocalCheckedNode(int slot, String name, JSNode value) {
        this.slot = slot;
        this.name = name;
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object result = value.execute(frame);
        boolean initialized = !frame.isObject(slot) || frame.getObject(slot) != null;
        if (initialized == (name == null)) {
            throw name == null ? Uninitialized.boundTwice(this) : Uninitialized.error(name, this);
        }
        return WriteLocalNode.store(frame, slot, result);
    }

    @Override
    protected String variableName() {
        return name;
    }

    @Override
    protected boolean isWrite() {
        return true;
    }
}
