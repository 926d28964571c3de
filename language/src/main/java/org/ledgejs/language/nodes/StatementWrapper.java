package org.ledgejs.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode.WrapperNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeCost;

import org.ledgejs.language.nodes.generator.YieldException;

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
        while (true) {
            boolean returned = false;
            try {
                probe.onEnter(frame);
                int completion = delegate.execute(frame);
                returned = true;
                probe.onReturnValue(frame, null);
                return completion;
            } catch (YieldException suspension) {
                probe.onYield(frame, null);
                throw suspension;
            } catch (Throwable thrown) {
                Object action = probe.onReturnExceptionalOrUnwind(frame, thrown, returned);
                if (action == ProbeNode.UNWIND_ACTION_REENTER) {
                    continue;
                }
                if (action != null) {
                    return Completion.NORMAL;
                }
                throw thrown;
            }
        }
    }
}
