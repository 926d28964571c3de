package org.ledgejs.language.nodes.variable;

import java.util.Set;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.NodeUtil;

import org.ledgejs.language.nodes.JSNode;

/** {@code i++} and {@code i += 1} for an int variable of the frame: what most loops end with. Other values are left to the node it stands for. */
public final class IncrementLocalNode extends VariableNode {
    @Child private WriteLocalNode general;
    private final int slot;
    private final int step;
    @CompilationFinal private boolean isGeneral;

    public IncrementLocalNode(int slot, int step, JSNode sum) {
        this.slot = slot;
        this.step = step;
        this.general = new WriteLocalNode(slot, sum);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (isGeneral || !frame.isInt(slot)) {
            return general.execute(frame);
        }
        increment(frame);
        return frame.getValue(slot);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (isGeneral || !frame.isInt(slot)) {
            general.executeVoid(frame);
        } else {
            increment(frame);
        }
    }

    /** For instruments, which want to see the variable read. */
    @Override
    public InstrumentableNode materializeInstrumentableNodes(Set<Class<? extends Tag>> tags) {
        if (!hasSourceRange() || !(tags.contains(StandardTags.ExpressionTag.class) || tags.contains(StandardTags.ReadVariableTag.class))) {
            return this;
        }
        WriteLocalNode plain = new WriteLocalNode(slot, NodeUtil.cloneNode(general.value()));
        plain.copySourceRange(this);
        return plain;
    }

    private void increment(VirtualFrame frame) {
        try {
            WriteLocalNode.storeInt(frame, slot, Math.addExact(frame.getInt(slot), step));
        } catch (ArithmeticException e) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            isGeneral = true;
            general.executeVoid(frame);
        }
    }

    @Override
    protected String variableName() {
        return VariableNames.ofSlot(this, slot);
    }

    @Override
    protected boolean isWrite() {
        return true;
    }
}
