package org.ledgejs.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode.WrapperNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeCost;

import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.runtime.Undefined;

/** Lets instruments watch a statement. Written by hand, because its int is a completion code and no value of the program. */
final class StatementWrapper extends StatementNode implements WrapperNode {
    @Child private StatementNode delegate;
    @Child private ProbeNode probe;

    StatementWrapper(StatementNode delegate, ProbeNode probe) {
        this.delegate = delegate;
        this.probe = probe;
    }

    @Override
    public Node getDelegateNode() {
        return delegate;
    }

    @Override
    public ProbeNode getProbeNode() {
        return probe;
    }

    @Override
    public NodeCost getCost() {
        return NodeCost.NONE;
    }

    @Override
    public int execute(VirtualFrame frame) {
        return (int) execute(frame, false, -1);
    }

    @Override
    public Object executeTail(VirtualFrame frame, int returnSlot) {
        return execute(frame, true, returnSlot);
    }

    private Object execute(VirtualFrame frame, boolean tail, int returnSlot) {
        while (true) {
            boolean returned = false;
            try {
                probe.onEnter(frame);
                Object result = tail ? delegate.executeTail(frame, returnSlot) : (Object) delegate.execute(frame);
                returned = true;
                probe.onReturnValue(frame, null);
                return result;
            } catch (YieldException suspension) {
                probe.onYield(frame, null);
                throw suspension;
            } catch (Throwable thrown) {
                Object action = probe.onReturnExceptionalOrUnwind(frame, thrown, returned);
                if (action == ProbeNode.UNWIND_ACTION_REENTER) {
                    continue;
                }
                if (action != null) {
                    return tail ? Undefined.INSTANCE : (Object) Completion.NORMAL;
                }
                throw thrown;
            }
        }
    }
}
