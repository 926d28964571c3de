package org.ledgejs.language.nodes.variable;

/** Reads a variable of the frame; ReferenceError before its initialisation. */
public final class ReadLocalCheckedNode extends ReadLocalNode {
    private final String name;

    public ReadLocalCheckedNode(int slot, String name) {
        super(slot);
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    protected Object ofObject(Object value) {
        if (value == null) {
            throw Uninitialized.error(name, this);
        }
        return value;
    }

    @Override
    protected String variableName() {
        return name;
    }
}
