package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.nodes.function.StaticScope;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Undefined;

/** Creates a scope object in a slot. */
public final class NewScopeNode extends JSNode {
    private final int slot;
    private final int parentSlot;
    private final StaticScope info;
    private final int size;

    /** @param parentSlot -1 for the closure scope of the function */
    public NewScopeNode(int slot, int parentSlot, StaticScope info) {
        this.slot = slot;
        this.parentSlot = parentSlot;
        this.info = info;
        this.size = info.info().size();
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Scope parent = parentSlot < 0 ? ClosureScopeNode.scope(frame) : (Scope) frame.getObject(parentSlot);
        frame.setObject(slot, new Scope(parent, info, size));
        return Undefined.INSTANCE;
    }

    /** When the code that may use the scope has run. */
    public void clear(VirtualFrame frame) {
        frame.setObject(slot, null);
    }

    /** Replaces the scope in a slot by a copy: the next iteration of a for with captured variables. */
    public static final class Copy extends JSNode {
        private final int slot;

        public Copy(int slot) {
            this.slot = slot;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            frame.setObject(slot, ((Scope) frame.getObject(slot)).copy());
            return Undefined.INSTANCE;
        }
    }
}
