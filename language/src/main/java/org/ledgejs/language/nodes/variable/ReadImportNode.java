package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.runtime.ImportBinding;

/** Reads an imported variable where the exporting module keeps it; ReferenceError before its initialisation. */
public final class ReadImportNode extends ScopeNode {
    private final String name;

    public ReadImportNode(int slot, int hops, int index, String name) {
        super(slot, hops, index);
        this.name = name;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = read(frame);
        if (value instanceof ImportBinding binding) {
            value = binding.scope().slots[binding.slot()];
        }
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
