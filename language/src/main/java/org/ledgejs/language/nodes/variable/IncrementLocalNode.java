package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.operator.StepNode;

/** {@code i++} and {@code i += 1} for an int variable of the frame: what most loops end with. Other values are left to the node it stands for. */
public final class IncrementLocalNode extends VariableNode {
    @Child private WriteLocalNode general;
    private final int slot;
    private final int step;
    @CompilationFinal private boolean isGeneral;

    public IncrementLocalNode(int slot, int step, StepNode sum) {
        this.slot = slot;
        this.step = step;
        this.general = new WriteLocalNode(slot, sum);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (isGeneral || !frame.isInt(slot) || !isWhole()) {
            return general.execute(frame);
        }
        increment(frame);
        return frame.getValue(slot);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (isGeneral || !frame.isInt(slot) || !isWhole()) {
            general.executeVoid(frame);
        } else {
            increment(frame);
        }
    }

    /** No instrument stands between the parts of what this stands for. */
    private boolean isWhole() {
        return general.value() instanceof StepNode sum && sum.getOperand() instanceof ReadLocalNode;
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
